// The data of the run, and what is shown. Every number shown was computed by boundaryplot, except counts of points.

const run = JSON.parse(document.getElementById('run').textContent);
const byId = (id) => document.getElementById(id);
const frame = { width: 640, height: 480 };

const state = { shown: run.selected, pinned: null };

const entryAt = (size, lambda) => run.entries.findIndex((entry) => entry.hidden === size && entry.lambda === lambda);

/// Path data of the regions of a classifier, those of class 1 first.
const regionsOf = (index) =>
  Array.from(document.querySelectorAll(`#e${index} > path`), (path) => path.getAttribute('d'));

/// Class of a point of the data by a classifier. Later an engine in the page can answer instead.
const classOf = (index, point) => run.entries[index].classes.charCodeAt(point) - 48;
const labelOf = (point) => run.labels.charCodeAt(point) - 48;

const allPoints = Array.from(run.labels, (_, point) => point);
const parts = [
  { name: 'training', points: allPoints.slice(0, run.trainCount) },
  { name: 'held-out', points: allPoints.slice(run.trainCount) },
].filter((part) => part.points.length > 0);

/// Fragment of an address that shows a classifier.
const parametersOf = (index, prefix = '') => {
  const entry = run.entries[index];
  return entry.hidden === undefined
    ? [[`${prefix}classifier`, entry.name]]
    : [[`${prefix}hidden`, entry.hidden], [`${prefix}lambda`, entry.lambda]];
};

/// Index of the classifier that a fragment names; -1 if it names none.
const indexIn = (parameters, prefix = '') => {
  const name = parameters.get(`${prefix}classifier`);
  if (name !== null) return run.entries.findIndex((entry) => entry.hidden === undefined && entry.name === name);
  const size = parameters.get(`${prefix}hidden`) ?? (run.sizes.length === 1 ? run.sizes[0] : null);
  const lambda = parameters.get(`${prefix}lambda`) ?? (run.lambdas.length === 1 ? run.lambdas[0] : null);
  return size === null || lambda === null ? -1 : entryAt(size, lambda);
};
