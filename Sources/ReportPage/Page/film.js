// The training of a network, iteration by iteration.

const film = { base: null, network: null, data: null, training: null, timer: 0, frames: [] };

/// The greatest length of a film, and the longest picture, in milliseconds.
const filmLength = 9000;
const longestFrame = 250;

const isFilming = () => film.network !== null;

const reducesMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/// Shows a recorded iteration.
const showFrame = (position) => {
  const { network, data, training } = film;
  const { iteration, theta } = network.snapshots[position];
  const snapshot = { layers: training.layers, activation: training.activation, lambda: training.lambda, theta };
  const remark = `iteration ${iteration} of ${network.iterations}`;
  const index = putEntry(entryOf('film', `${nameOf(training.layers)}, λ ${training.lambda}: iteration ${iteration}`,
    snapshot, film.frames[position],
    { training, data, remark, command: commandOf({ ...training, seed: network.seed, restarts: 1, maxIterations: iteration }, data) }));
  byId('film-place').value = position;
  byId('film-place').setAttribute('aria-valuetext', String(iteration));
  byId('film-iteration').textContent = iteration;
  const testCost = network.testCosts[iteration];
  byId('film-costs').textContent = `cost ${significant(network.costs[iteration], 3)}` +
    (testCost === undefined ? '' : `, held out ${significant(testCost, 3)}`);
  byId('film-mark')?.setAttribute('d', `M${filmX(iteration)} 0V90`);
  show(index, 'film');
};

const filmX = (iteration) => {
  const last = film.network.snapshots.at(-1).iteration;
  return fixed((400 * Math.log1p(iteration)) / Math.log1p(Math.max(1, last)), 1);
};

/// Curves of training and held-out cost over the iterations.
const drawFilmCurve = () => {
  const { network } = film;
  const { costs, testCosts } = network;
  const curve = byId('film-curve');
  byId('film-costs-figure').hidden = testCosts.length === 0;
  if (testCosts.length === 0) return;
  // As many iterations as the curve has room for.
  const iterations = Array.from(costs.keys()).filter((iteration) =>
    iteration === costs.length - 1 || Math.floor(Number(filmX(iteration))) !== Math.floor(Number(filmX(iteration + 1))));
  const most = Math.max(...iterations.map((iteration) => Math.max(costs[iteration], testCosts[iteration])).filter(Number.isFinite));
  const y = (cost) => fixed(90 * (1 - Math.min(cost / most, 1)), 1);
  const line = (name, values) => makeShape('path', {
    class: `line ${name}`,
    d: `M${iterations.filter((i) => Number.isFinite(values[i])).map((i) => `${filmX(i)} ${y(values[i])}`).join('L')}`,
  });
  const ticks = [0, 1, 10, 100, 1000, 10000, 100000].filter((iteration) => iteration < costs.length);
  curve.replaceChildren(
    makeShape('path', { class: 'grid', d: 'M0 0H400M0 90H400' }),
    makeShape('text', { class: 'up', x: -6, y: 0, dy: '.35em' }, significant(most, 2)),
    makeShape('text', { class: 'up', x: -6, y: 90, dy: '.35em' }, '0'),
    ...ticks.map((iteration) => makeShape('text', { class: 'across', x: filmX(iteration), y: 90, dy: '1.3em' }, String(iteration))),
    line('train', costs), line('test', testCosts), makeShape('path', { id: 'film-mark', class: 'cursor-line', d: '' }));
};

const pauseFilm = () => {
  clearInterval(film.timer);
  film.timer = 0;
  byId('film-play').textContent = 'Play';
};

const playFilm = () => {
  const { snapshots } = film.network;
  const slider = byId('film-place');
  if (Number(slider.value) === snapshots.length - 1) showFrame(0);
  film.timer = setInterval(() => {
    const next = Number(slider.value) + 1;
    if (next < snapshots.length) showFrame(next);
    if (next >= snapshots.length - 1) pauseFilm();
  }, Math.min(longestFrame, filmLength / snapshots.length));
  byId('film-play').textContent = 'Pause';
};

/// Ends the film without a change of what is shown.
const leaveFilm = () => {
  if (film.timer !== 0) pauseFilm();
  Object.assign(film, { base: null, network: null, data: null, training: null, frames: [] });
  byId('film-panel').hidden = true;
  keepInView();
  byId('film').setAttribute('aria-pressed', 'false');
};

const closeFilm = () => {
  const { base } = film;
  leaveFilm();
  show(base);
  byId('film').focus();
};

/// Trains the shown network again and records it.
const recordFilm = () => {
  const training = trainingOf(state.shown);
  const [base, data] = [state.shown, dataOf(state.shown)];
  const job = { data: loadedForm(data), limits: data.limits, step: stepOf(data.limits), training, film: 12 };
  setRunning(true);
  tell('');
  startTraining(job, (message) => {
    if (message.kind === 'progress') {
      byId('train-progress').textContent = progressText(message.iteration, message.cost);
      return;
    }
    setRunning(false);
    if (message.kind === 'error') {
      tell(`No film: ${message.message}.`);
      return;
    }
    Object.assign(film, { base, data, training, network: message.network, frames: message.frames });
    byId('train-progress').textContent = progressText(message.network.iterations, message.network.cost);
    byId('film-place').max = message.network.snapshots.length - 1;
    byId('film-panel').hidden = false;
    keepInView();
    byId('film').setAttribute('aria-pressed', 'true');
    drawFilmCurve();
    showFrame(0);
    if (!reducesMotion()) playFilm();
  });
};

const drawFilm = () => {
  const canTrain = trainingOf(state.shown) !== null;
  byId('film').disabled = !canTrain;
  const reason = byId('film-reason');
  reason.hidden = canTrain;
  reason.textContent = canTrain ? '' : 'No film: the page has no training of this classifier.';
};

const startFilm = () => {
  byId('film').hidden = false;
  byId('film').setAttribute('aria-pressed', 'false');
  byId('film').addEventListener('click', () => (isFilming() ? closeFilm() : recordFilm()));
  byId('film-close').addEventListener('click', closeFilm);
  byId('film-play').addEventListener('click', () => (film.timer === 0 ? playFilm() : pauseFilm()));
  byId('film-place').addEventListener('input', () => {
    pauseFilm();
    showFrame(Number(byId('film-place').value));
  });
};
