// Trains networks beside the page. A job has data, frame and training; see trainer.js.

let engine = null;
let observe = () => true;

/// Milliseconds between two pictures of a training.
const pause = 80;

/// The greatest number of multiplications in a picture of an iterate; larger networks have a coarser grid.
const greatestWork = 1e8;

/// How much coarser the grid of an iterate is, in each direction.
const coarseness = ({ layers }, classCount, [minX, minY, maxX, maxY], step) => {
  const outputs = [...layers, classCount];
  const weights = [2, ...layers].reduce((sum, count, index) => sum + (1 + count) * outputs[index], 0);
  const gridPoints = ((maxX - minX) / step[0]) * ((maxY - minY) / step[1]);
  return Math.min(8, Math.max(1, Math.sqrt((weights * gridPoints) / greatestWork)));
};

const run = (engine, { id, data, limits, step, training, film }) => {
  engine.load(data);
  const factor = coarseness(training, data.classCount, limits, step);
  engine.frame(limits, step.map((size) => factor * size));
  const networkOf = (theta) => ({ layers: training.layers, activation: training.activation, theta });
  let [next, restart] = [performance.now() + pause, -1];
  observe = (iteration, cost, theta) => {
    if (iteration === 0) restart += 1;
    if (performance.now() < next) return;
    const network = networkOf(theta.slice());
    postMessage({ id, kind: 'progress', restart, iteration, cost, network, evaluation: engine.evaluate(network) });
    next = performance.now() + pause;
  };
  const network = engine.train(training, film);
  observe = () => true;
  const frames = network.snapshots?.map(({ theta }) => engine.evaluate(networkOf(theta)));
  engine.frame(limits, step);
  postMessage({ id, kind: 'done', network, evaluation: engine.evaluate(network), frames });
};

addEventListener('message', async ({ data: { module, job } }) => {
  try {
    if (module) {
      engine = startEngine(module, (...iterate) => observe(...iterate));
      await engine;
      postMessage({ kind: 'ready' });
    }
    if (job) run(await engine, job);
  } catch (error) {
    // An error of the engine has a message for the reader; a trap, as of missing memory, has none.
    const message = error instanceof RangeError ? error.message : 'the training needs more memory than the browser gives';
    postMessage({ id: job?.id, kind: 'error', message });
  }
});
