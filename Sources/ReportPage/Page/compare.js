// The comparison of the classifier that is shown with a pinned one.

/// Area on which two classifiers differ: some class k has a point in its region or in a later one for one of them only.
/// Two paths filled together by the even-odd rule leave just that.
const differencePaths = (first, second) => {
  const [one, other] = [regionsOf(first), regionsOf(second)];
  return one.map((data, k) => `M0 0${data}M0 0${other[k]}`);
};

const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/// Compares classes as the engine does, for browsers that cannot run it, without a test.
const countDifferences = (labels, first, second) => {
  const where = (isCounted) => labels.filter((label, index) => isCounted(label, first[index], second[index])).length;
  const differing = where((_, one, other) => one !== other);
  return {
    differing, share: differing / labels.length,
    firstOnly: where((label, one, other) => one === label && other !== label),
    secondOnly: where((label, one, other) => one !== label && other === label),
  };
};

/// Sentence on the points of one part at which two classifiers differ.
const sentenceOn = ({ name, points }, data, shown, pinned) => {
  const compare = trainer.engine?.compare ?? countDifferences;
  const comparison = compare(
    points.map((p) => data.labels[p]), points.map((p) => classOf(shown, p)), points.map((p) => classOf(pinned, p)));
  const { differing, share, firstOnly, secondOnly, pValue } = comparison;
  const rights = `; the shown one is right at ${firstOnly} of these, the pinned one at ${secondOnly}` +
    (pValue === undefined || (name === 'training' && data.trainCount < data.labels.length) ? '' : `, ${verdict(comparison)}`);
  return `They differ at ${differing} of ${count(points.length, `${name} point`)} (${percent(share)})${differing > 0 ? rights : ''}.`;
};

/// The greatest number of weights of a network whose area is compared, which takes a moment.
const greatestCompared = 5000;

/// Sentences on the area and the points on which two classifiers differ.
const comparisonText = (shown, pinned, hasSameFrame) => {
  const [data, other] = [dataOf(shown), dataOf(pinned)];
  const name = run.entries[pinned].name;
  if (!hasSameFrame) return `Pinned: ${name}, which belongs to points of another range.`;
  const networks = [shown, pinned].map((index) => run.entries[index].network);
  const isMeasured = networks.every((network) => network && network.thetaInDataUnits.length <= greatestCompared);
  const engine = isMeasured ? engineFor(data) : null;
  const area = engine ? `They differ on ${percent(engine.differenceShare(...networks))} of the picture.` : '';
  const parts = data === other
    ? partsOf(data).map((part) => sentenceOn(part, data, shown, pinned)) : ['They belong to different points.'];
  return [`Pinned: ${name} (dashed line); hatched: they differ.`, area, ...parts].filter(Boolean).join(' ');
};

/// Draws the comparison; without numbers for one of many pictures.
const drawComparison = (isBrief) => {
  const { shown, pinned } = state;
  const differs = pinned !== null && pinned !== shown;
  const hasSameFrame = differs && dataOf(shown).limits.join() === dataOf(pinned).limits.join() &&
    dataOf(shown).classNames.length === dataOf(pinned).classNames.length;
  const paths = hasSameFrame ? differencePaths(shown, pinned) : [];
  byId('difference').replaceChildren(...paths.map((data) => makeShape('path', { d: data })));
  const lines = byId('pinned-lines');
  lines.setAttribute('href', pinned === null ? '#' : `#e${pinned}`);
  lines.toggleAttribute('hidden', !hasSameFrame);
  const button = byId('pin');
  button.setAttribute('aria-pressed', String(pinned !== null));
  button.textContent = pinned === null ? 'Pin to compare' : 'Unpin';
  const sentence = byId('comparison');
  sentence.hidden = pinned === null;
  if (pinned === null) {
    sentence.textContent = '';
  } else if (!differs) {
    sentence.textContent = `Pinned: ${run.entries[pinned].name}. Show another classifier to compare.`;
  } else if (isBrief) {
    sentence.textContent = `Pinned: ${run.entries[pinned].name}${hasSameFrame ? ' (dashed line); hatched: they differ' : ''}.`;
  } else {
    sentence.textContent = comparisonText(shown, pinned, hasSameFrame);
  }
};
