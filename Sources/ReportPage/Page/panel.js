// The controls that train networks in the page.

/// A control's reading, or a message on what it accepts.
const readNumber = (accepted, isAccepted) => (text) => {
  const value = text.trim() === '' ? NaN : Number(text);
  return isAccepted(value) ? { value } : { message: `${accepted} is accepted` };
};
const wholeNumber = (least, most) => readNumber(`a whole number from ${least} to ${most.toLocaleString('en')}`,
  (value) => Number.isInteger(value) && value >= least && value <= most);
const numberIn = (least, most) => readNumber(`a number from ${least} to ${most}`, (value) => value >= least && value <= most);
const word = (value) => ({ value });

const readLayers = (text) => {
  const sizes = text.trim().split(/[x×]/i).map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : NaN));
  const isNone = sizes.length === 1 && sizes[0] === 0;
  return isNone || (sizes.length <= 3 && sizes.every((size) => size >= 1 && size <= 200))
    ? { value: isNone ? [] : sizes }
    : { message: 'up to 3 layers of 1 to 200 units are accepted, such as 3, 8x8 or 0' };
};

/// Readers of the settings of networks and of generated points, by the names of their controls.
const networkFields = {
  layers: readLayers, lambda: readNumber('a number of 0 or greater', (value) => value >= 0 && value < Infinity),
  activation: word, optimizer: word, seed: wholeNumber(0, 4294967295), restarts: wholeNumber(1, 100),
};
const dataFields = {
  set: word, samples: wholeNumber(2, 2000), noise: numberIn(0, 10), factor: numberIn(0, 0.99), centers: wholeNumber(2, 8),
  spread: numberIn(0, 10), 'data-seed': wholeNumber(0, 4294967295), 'held-out-share': numberIn(0, 0.9),
};
const defaultNoise = { moons: 0.2, circles: 0.1, xor: 0.1, spirals: 0.1 };
/// The parameters of each generator.
const parametersOfSets = {
  moons: ['noise'], circles: ['noise', 'factor'], blobs: ['centers', 'spread'], 'gaussian-quantiles': [], xor: ['noise'],
  spirals: ['noise'],
};

/// The points of the next training, and the timer of a change.
const panel = { data: reportData, timer: 0 };

const control = (name) => byId(`train-${name}`);

const setError = (name, message) => {
  if (message === '') control(name).removeAttribute('aria-invalid');
  else control(name).setAttribute('aria-invalid', 'true');
  byId(`train-${name}-error`).textContent = message;
};

/// The values of controls; null if one of them is not accepted, which it says.
const readFields = (fields) => {
  const values = {};
  let isComplete = true;
  for (const [name, read] of Object.entries(fields)) {
    if (control(name).closest('.field').hidden) continue;
    const { value, message = '' } = read(control(name).value);
    setError(name, message);
    if (message !== '') isComplete = false;
    values[name] = value;
  }
  return isComplete ? values : null;
};

/// Generates points, held-out points last, and their limits.
const generateData = (generator) => {
  const { engine } = trainer;
  const generated = engine.generate(generator);
  const classCount = Math.max(...generated.labels) + 1;
  const all = generated.labels.map((_, index) => index);
  const { seed = 0, stratify = false } = run.settings.split ?? {};
  const { training, test } = generator.testFraction > 0
    ? engine.divide(generated.labels, classCount, { testFraction: generator.testFraction, seed, stratify })
    : { training: all, test: [] };
  const order = [...training, ...test];
  const data = {
    points: Float64Array.from(order.flatMap((index) => [generated.points[2 * index], generated.points[2 * index + 1]])),
    labels: order.map((index) => generated.labels[index]), trainCount: training.length,
    classNames: Array.from({ length: classCount }, (_, index) => String(index)), generator, isEdited: false,
  };
  engineData = null;
  const [minX, minY, maxX, maxY] = engine.load(loadedForm(data));
  const [x, y] = generator.margin;
  const { xLimits = [minX - x, maxX + x], yLimits = [minY - y, maxY + y] } = run.record?.grid ?? {};
  data.limits = [xLimits[0], yLimits[0], xLimits[1], yLimits[1]];
  data.places = placesOf(data.points, data.limits);
  return data;
};

/// The settings of generated points by the controls; null if one is not accepted.
const readGenerator = () => {
  const values = readFields(dataFields);
  if (values === null) return null;
  const { 'data-seed': seed, 'held-out-share': testFraction, ...others } = values;
  return { ...others, seed, testFraction, margin: reportData.generator.margin };
};

/// Shows the controls of the chosen generator.
const drawGenerator = () => {
  const parameters = parametersOfSets[control('set').value];
  for (const name of ['noise', 'factor', 'centers', 'spread']) {
    control(name).closest('.field').hidden = !parameters.includes(name);
  }
};

const fill = (name, value) => {
  control(name).value = value;
  setError(name, '');
};

/// Fills the controls of generated points with the settings of `data`.
const fillGenerator = ({ generator }) => {
  if (!generator) return;
  const { set, samples, seed, testFraction, noise, factor = 0.5, centers = 3, spread = 1 } = generator;
  const values = {
    set, samples, noise: noise ?? defaultNoise[set] ?? 0.1, factor, centers, spread, 'data-seed': seed,
    'held-out-share': testFraction,
  };
  for (const [name, value] of Object.entries(values)) fill(name, value);
  drawGenerator();
};

/// Fills the controls with the settings of the network that is shown.
const drawPanel = () => {
  const training = trainingOf(state.shown) ?? (control('layers').value === '' ? defaultTraining() : null);
  panel.data = dataOf(state.shown);
  if (training) {
    for (const name of Object.keys(networkFields)) fill(name, name === 'layers' ? training.layers.join('x') || '0' : training[name]);
  }
  fillGenerator(panel.data);
};

const tell = (text) => { byId('train-status').textContent = text; };

const setRunning = (isRunning) => {
  byId('stop').disabled = !isRunning;
  byId('trainer').setAttribute('aria-busy', String(isRunning));
};

const progressText = (iteration, cost) => `iteration ${iteration}, cost ${significant(cost, 3)}`;

const endings = {
  converged: 'converged', valueConverged: 'converged', iterationLimit: 'iteration limit reached',
  lineSearchFailed: 'line search failed', nonFinite: 'the cost is not finite',
};

/// Trains a network and tells how it goes. `done`, if given, is called at the end.
const train = (training, data, done) => {
  tell('');
  setRunning(true);
  panel.data = data;
  trainAndShow(training, data, (message) => {
    const line = byId('train-progress');
    if (message.kind === 'progress') {
      line.textContent = progressText(message.iteration, message.cost);
      return;
    }
    setRunning(false);
    if (message.kind === 'error') {
      line.textContent = '';
      panel.data = dataOf(state.shown);
      tell(`Not trained: ${message.message}.`);
      return;
    }
    const { iterations, cost, termination } = message.network;
    line.textContent = `${progressText(iterations, cost)}: ${endings[termination]}`;
    done?.();
  });
};

/// Trains a network with the settings of the controls on `data`; says which setting is not accepted.
const trainByControls = (data = panel.data) => {
  clearTimeout(panel.timer);
  const values = readFields(networkFields);
  if (values === null) {
    stopTraining();
    setRunning(false);
    return;
  }
  const { tolerance, maxIterations = null } = run.settings;
  train({ ...values, tolerance, maxIterations }, data);
};

/// Generates points with the settings of the controls, and trains on them.
const trainOnGenerated = () => {
  const generator = readGenerator();
  if (generator === null || readFields(networkFields) === null) return;
  try {
    const data = generateData(generator);
    keepForUndo(panel.data);
    trainByControls(data);
  } catch (error) {
    setError('samples', error instanceof RangeError ? error.message : 'the points need more memory than the browser gives');
  }
};

/// Ends the training, and keeps the last iterate.
const stopByReader = () => {
  stopTraining();
  setRunning(false);
  const entry = run.entries[state.shown];
  if (entry.role === 'trained' && entry.data === panel.data) {
    entry.sentence = entry.stoppedSentence;
    update('trained');
  } else {
    panel.data = dataOf(state.shown);
    tell('Stopped before the first picture.');
  }
};

const startPanel = () => {
  byId('trainer').hidden = false;
  setRunning(false);
  const later = (action) => () => {
    clearTimeout(panel.timer);
    panel.timer = setTimeout(action, 40);
  };
  if (run.settings.optimizer === undefined) {
    control('activation').addEventListener('input', () => fill('optimizer', defaultOptimizer(control('activation').value)));
  }
  for (const name of Object.keys(networkFields)) control(name).addEventListener('input', later(() => trainByControls()));
  if (reportData.generator) {
    for (const name of Object.keys(dataFields)) control(name).addEventListener('input', later(trainOnGenerated));
    // Before the timer, so that only parameters of this generator are read.
    control('set').addEventListener('input', () => {
      drawGenerator();
      control('noise').value = defaultNoise[control('set').value] ?? 0.1;
    });
  }
  byId('stop').addEventListener('click', stopByReader);
  startPoints();
  startFilm();
};

/// The training that an address names; null if it names none, or one that is not accepted.
const trainingIn = (parameters, prefix = '') => {
  const text = (name) => parameters.get(prefix + name);
  if (text('train') === null) return null;
  const base = trainingOf(run.selected) ?? defaultTraining();
  const training = { tolerance: base.tolerance, maxIterations: base.maxIterations };
  for (const [name, read] of Object.entries(networkFields)) {
    const given = text(name === 'layers' ? 'train' : name) ?? String(base[name]);
    const { value, message } = read(given);
    const isChoice = read === word;
    if (message || (isChoice && !Array.from(control(name).options).some((option) => option.value === given))) return null;
    training[name] = value;
  }
  if (!reportData.generator || text('set') === null) return { training, data: reportData };
  const generator = { set: text('set'), margin: reportData.generator.margin };
  if (!Object.hasOwn(parametersOfSets, generator.set)) return null;
  const names = ['samples', ...parametersOfSets[generator.set], 'seed', 'testFraction'];
  for (const name of names) {
    const field = { seed: 'data-seed', testFraction: 'held-out-share' }[name] ?? name;
    const { value, message } = dataFields[field](text(generatorKeys[name]) ?? '');
    if (message) return null;
    generator[name] = value;
  }
  try {
    return { training, data: generateData(generator) };
  } catch {
    return null;
  }
};
