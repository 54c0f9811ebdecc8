// The comparison of the classifier that is shown with a pinned one.

/// Area on which two classifiers differ: some class k has a point in its region or in a later one for one of them only.
/// Two paths filled together by the even-odd rule leave just that.
const differencePaths = (first, second) => {
  const [one, other] = [regionsOf(first), regionsOf(second)];
  return one.map((data, k) => `M0 0${data}M0 0${other[k]}`);
};

const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/// Sentence on the points of one part at which two classifiers differ.
const sentenceOn = ({ name, points }, shown, pinned) => {
  const differing = points.filter((p) => classOf(shown, p) !== classOf(pinned, p));
  const right = (index) => differing.filter((p) => classOf(index, p) === labelOf(p)).length;
  const share = ((100 * differing.length) / points.length).toFixed(1);
  return `They differ at ${differing.length} of ${count(points.length, `${name} point`)} (${share} %)` +
    (differing.length > 0 ? `; the shown one is right at ${right(shown)} of these, the pinned one at ${right(pinned)}.` : '.');
};

const drawComparison = () => {
  const { shown, pinned } = state;
  const differs = pinned !== null && pinned !== shown;
  const paths = differs ? differencePaths(shown, pinned) : [];
  byId('difference').replaceChildren(...paths.map((data) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', data);
    return path;
  }));
  const lines = byId('pinned-lines');
  lines.setAttribute('href', pinned === null ? '#' : `#e${pinned}`);
  lines.toggleAttribute('hidden', !differs);
  const button = byId('pin');
  button.setAttribute('aria-pressed', String(pinned !== null));
  button.textContent = pinned === null ? 'Pin to compare' : 'Unpin';
  const sentence = byId('comparison');
  sentence.hidden = pinned === null;
  if (pinned === null) {
    sentence.textContent = '';
  } else if (!differs) {
    sentence.textContent = `Pinned: ${run.entries[pinned].name}. Show another classifier to compare.`;
  } else {
    sentence.textContent = `Pinned: ${run.entries[pinned].name} (dashed line); hatched: they differ. ` +
      parts.map((part) => sentenceOn(part, shown, pinned)).join(' ');
  }
};
