// Networks that are trained in the page, as entries beside those of the run.

/// The command's optimiser if the run names none.
const defaultOptimizer = (activation) => (activation === 'relu' ? 'lbfgs' : 'cg');

/// Settings with which a network was trained, as the engine's function `train` takes them; null if it cannot be retrained.
const trainingOf = (index) => {
  const entry = run.entries[index];
  if (entry.training) return entry.training;
  if (entry.hidden === undefined) return null;
  const { layers, activation, lambda } = entry.network;
  const { optimizer = defaultOptimizer(activation), tolerance, maxIterations = null, seed, restarts } = run.settings;
  return { layers, activation, lambda, optimizer, tolerance, maxIterations, seed, restarts };
};

/// Settings of the controls if the classifier that is shown first has none.
const defaultTraining = () => {
  const index = run.entries.findIndex((entry) => entry.hidden !== undefined);
  const { activation, optimizer = defaultOptimizer(activation), tolerance, maxIterations = null, seed, restarts } = run.settings;
  return index < 0
    ? { layers: [3], activation, lambda: 0.001, optimizer, tolerance, maxIterations, seed, restarts } : trainingOf(index);
};

/// Data as the engine's function `load` takes them.
const loadedForm = ({ points, labels, trainCount, classNames }) =>
  ({ points, labels, trainCount, classCount: classNames.length, standardize: run.settings.standardize });

/// The step of the grid: that of the run, but not finer than the frame.
const stepOf = ([minX, minY, maxX, maxY]) =>
  [Math.max(run.settings.step[0], (maxX - minX) / frame.width), Math.max(run.settings.step[1], (maxY - minY) / frame.height)];

let engineData = null;

/// The engine of this thread with data loaded; null if the browser has none.
const engineFor = (data) => {
  const { engine } = trainer;
  if (engine && engineData !== data) {
    engine.load(loadedForm(data));
    engine.frame(data.limits, stepOf(data.limits));
    engineData = data;
  }
  return engine;
};

/// Shows an entry in place of the last one of its role, unless that is pinned, and returns its index.
const putEntry = (entry) => {
  const known = run.entries.findIndex((other, index) => other.role === entry.role && index !== state.pinned);
  const index = known < 0 ? run.entries.length : known;
  run.entries[index] = entry;
  let group = byId(`e${index}`);
  if (!group) {
    group = makeShape('g', { id: `e${index}` });
    byId('training').after(group);
  }
  group.replaceChildren(...entry.regions.map((data, k) => makeShape('path', { class: `region k${k + 1}`, d: data })));
  return index;
};

/// An entry of a network and its evaluation by the engine.
const entryOf = (role, name, network, evaluation, { training, data, remark, command }) => ({
  role, name, training, data, command,
  network: { ...network, thetaInDataUnits: evaluation.thetaInDataUnits },
  classes: evaluation.classes.map((label) => String.fromCharCode(48 + label)).join(''),
  regions: evaluation.regions,
  sentence: scoreSentence(evaluation, remark),
});

/// "8×8 hidden units, λ 0.01, tanh, edited points, trained here"; the activation is left out if it is that of the run.
const trainedName = ({ layers, lambda, activation }, { isEdited }) => [
  nameOf(layers), `λ ${lambda}`, activation === run.settings.activation ? '' : activation, isEdited ? 'edited points' : '',
  'trained here',
].filter((part) => part !== '').join(', ');

/// The remark of the command on a training.
const trainingRemark = ({ termination, iterations }) =>
  termination === 'converged' || termination === 'valueConverged' ? ''
    : termination === 'nonFinite' ? 'the cost is not finite' : iterations === 0 ? 'untrained' : 'not converged';

/// The shell command that trains and draws a network of the page; empty if the page has no record.
const commandOf = (training, data) => {
  if (!run.record) return '';
  const { product: _, ...request } = structuredClone(run.record);
  for (const key of ['title', 'legend']) delete request.page?.[key];
  const { generator } = data;
  const heldOutCount = data.labels.length - data.trainCount;
  if (data.isEdited) {
    const pairs = data.labels.map((_label, index) => [data.points[2 * index], data.points[2 * index + 1]]);
    request.data = {
      points: pairs, labels: data.labels, features: run.axes, classes: data.classNames, standardize: run.settings.standardize,
    };
    const [minX, minY, maxX, maxY] = data.limits;
    request.grid = { step: run.settings.step, xLimits: [minX, maxX], yLimits: [minY, maxY] };
    request.split = { last: heldOutCount };
  } else if (data !== reportData) {
    const { set, samples, seed, noise, factor, centers, spread } = generator;
    request.data = { set, samples, seed, noise, factor, centers, spread };
    request.split = { ...request.split, testFraction: generator.testFraction };
  }
  if (heldOutCount === 0) delete request.split;
  const { layers, lambda, activation, optimizer, seed, restarts, maxIterations } = training;
  request.classifiers = [{ hidden: layers, lambda, activation }];
  request.training = { ...request.training, optimizer, initialSeed: seed, restarts };
  if (maxIterations !== null) request.training.maxIterations = maxIterations;
  return `printf %s '${JSON.stringify(request).replaceAll('\'', '\'\\\'\'')}' | boundaryplot --request - -o boundary.png`;
};

/// Names of the parameters of generated points in an address.
const generatorKeys = {
  set: 'set', samples: 'samples', noise: 'noise', factor: 'factor', centers: 'centers', spread: 'spread', seed: 'data-seed',
  testFraction: 'held-out',
};

/// Parameters of an address that trains a network again. Edited points are not among them.
const trainingParameters = ({ training, data }) => {
  const { layers, lambda, activation, optimizer, seed, restarts } = training;
  const own = reportData.generator;
  const generator = data.generator && Object.keys(generatorKeys).some((key) => data.generator[key] !== own[key])
    ? Object.entries(generatorKeys).filter(([key]) => data.generator[key] !== undefined)
      .map(([key, parameter]) => [parameter, data.generator[key]]) : [];
  return [
    ['train', layers.join('x') || '0'], ['lambda', lambda], ['activation', activation], ['optimizer', optimizer],
    ['seed', seed], ['restarts', restarts], ...generator,
  ];
};

/// Trains a network in the worker and shows it. `listener` gets each message after that.
const trainAndShow = (training, data, listener) => {
  const job = { data: loadedForm(data), limits: data.limits, step: stepOf(data.limits), training, film: 0 };
  const name = trainedName(training, data);
  startTraining(job, (message) => {
    if (message.kind === 'error') return listener(message);
    const { network, evaluation } = message;
    network.lambda = training.lambda;
    const isRunning = message.kind === 'progress';
    // The command of a training that was stopped ends it at the same iteration of the same restart.
    const command = isRunning
      ? { ...training, maxIterations: message.iteration, seed: training.seed + message.restart, restarts: 1 } : training;
    const remark = isRunning ? `iteration ${message.iteration}` : trainingRemark(network);
    const entry = entryOf('trained', name, network, evaluation, { training, data, remark, command: commandOf(command, data) });
    if (isRunning) entry.stoppedSentence = scoreSentence(evaluation, `stopped at ${remark}`);
    const index = putEntry(entry);
    show(index, isRunning ? 'progress' : 'trained');
    return listener(message);
  });
};
