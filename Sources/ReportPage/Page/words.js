// Numbers and sentences in the words of the command.

/// A number with a fixed number of decimals, rounded to nearest.
const fixed = (value, decimals) => {
  const scale = 10 ** decimals;
  const scaled = Math.round(Math.abs(value) * scale);
  return (value < 0 && scaled > 0 ? '-' : '') + (scaled / scale).toFixed(decimals);
};

const percent = (share) => `${fixed(100 * share, 1)} %`;

const significant = (value, digits) => String(Number(value.toPrecision(digits)));

/// "3 hidden units", "8×8 hidden units" or "no hidden units".
const nameOf = (layers) =>
  `${layers.length === 0 ? 'no' : layers.join('×')} hidden unit${layers.length === 1 && layers[0] === 1 ? '' : 's'}`;

/// "91–100", with as many decimals as tell the limits apart.
const intervalText = ([low, high]) => {
  const decimals = high - low >= 0.02 ? 0 : high - low >= 0.002 ? 1 : 2;
  return `${fixed(100 * low, decimals)}–${fixed(100 * high, decimals)}`;
};

/// Scores in words, and a remark on the training.
const scoreSentence = ({ training, test, gap }, remark) => {
  const shares = test === null
    ? `${percent(training.accuracy)} of ${training.count} points`
    : `${percent(training.accuracy)} of ${training.count} points to train on and ${percent(test.accuracy)} of ` +
      `${test.count} points held out (95 % interval ${intervalText(test.interval)} %)`;
  return [
    `Right for ${shares}.`,
    test === null ? '' : `The train–test gap is ${gap < 0 ? '−' : ''}${fixed(100 * Math.abs(gap), 1)} percentage points.`,
    remark === '' ? '' : `Training: ${remark}.`,
  ].filter((sentence) => sentence !== '').join(' ');
};

/// The sentence on the classifier that always gives the most frequent class.
const baselineSentence = (data, { label, accuracy, testAccuracy }) => {
  const isTested = data.labels.length > data.trainCount;
  return ` Always answering '${data.classNames[label]}' is right for ${percent(isTested ? testAccuracy : accuracy)} of the ` +
    `${isTested ? 'held-out ' : ''}points.`;
};

/// "within chance (p = 0.34)".
const verdict = ({ pValue, isWithinChance }) =>
  `${isWithinChance ? 'within' : 'beyond'} chance (${pValue < 0.001 ? 'p < 0.001' : `p = ${significant(pValue, 2)}`})`;
