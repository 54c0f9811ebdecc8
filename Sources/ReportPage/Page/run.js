// The data of the run, and what is shown. Every number shown was computed by boundaryplot or by its engine in the page.

const run = JSON.parse(document.getElementById('run').textContent);
const byId = (id) => document.getElementById(id);
const frame = { width: 640, height: 480 };

/// The points of the report, training points first. Every classifier belongs to a value of this form.
const reportData = {
  /// x and y of each point.
  points: new Float64Array(Uint8Array.from(atob(run.points), (character) => character.charCodeAt(0)).buffer),
  labels: Array.from(run.labels, (character) => character.charCodeAt(0) - 48),
  trainCount: run.trainCount,
  classNames: run.classNames,
  /// Least x and y, greatest x and y of the picture.
  limits: run.limits,
  /// x and y of each point in the frame.
  places: run.places,
  /// The settings that generate the points; null for points of a file.
  generator: run.settings.generated
    ? { ...run.settings.generated, testFraction: run.settings.split?.testFraction ?? 0 } : null,
  isEdited: false,
};

const state = { shown: run.selected, pinned: null };

const entryAt = (size, lambda) => run.entries.findIndex((entry) => entry.hidden === size && entry.lambda === lambda);

/// The points that a classifier belongs to.
const dataOf = (index) => run.entries[index].data ?? reportData;

/// Path data of the regions of a classifier, those of class 1 first.
const regionsOf = (index) =>
  Array.from(document.querySelectorAll(`#e${index} > path`), (path) => path.getAttribute('d'));

/// Class of a point of its data by a classifier.
const classOf = (index, point) => run.entries[index].classes.charCodeAt(point) - 48;

/// Training points and held-out points of data, by their indices; parts without points are left out.
const partsOf = ({ labels, trainCount }) => {
  const all = labels.map((_, point) => point);
  return [
    { name: 'training', points: all.slice(0, trainCount) },
    { name: 'held-out', points: all.slice(trainCount) },
  ].filter((part) => part.points.length > 0);
};

/// Parameters of an address that shows a classifier.
const parametersOf = (index, prefix = '') => {
  const entry = run.entries[index];
  const parameters = entry.training
    ? trainingParameters(entry)
    : entry.hidden === undefined ? [['classifier', entry.name]] : [['hidden', entry.hidden], ['lambda', entry.lambda]];
  return parameters.map(([key, value]) => [prefix + key, value]);
};

/// Index of the classifier that a fragment names; -1 if it names none.
const indexIn = (parameters, prefix = '') => {
  const name = parameters.get(`${prefix}classifier`);
  if (name !== null) return run.entries.findIndex((entry) => entry.hidden === undefined && entry.name === name);
  const size = parameters.get(`${prefix}hidden`) ?? (run.sizes.length === 1 ? run.sizes[0] : null);
  const lambda = parameters.get(`${prefix}lambda`) ?? (run.lambdas.length === 1 ? run.lambdas[0] : null);
  return size === null || lambda === null ? -1 : entryAt(size, lambda);
};
