// Trains networks beside the page. A job has data, frame and training; see trainer.js.

let engine = null;
let observe = () => true;

/// Milliseconds between two pictures of a training.
const pause = 80;

const run = (engine, { id, data, limits, step, training, film }) => {
  engine.load(data);
  engine.frame(limits, step);
  let [next, restart] = [performance.now() + pause, -1];
  observe = (iteration, cost, theta) => {
    if (iteration === 0) restart += 1;
    if (performance.now() < next) return;
    const network = { layers: training.layers, activation: training.activation, theta: theta.slice() };
    postMessage({ id, kind: 'progress', restart, iteration, cost, network, evaluation: engine.evaluate(network) });
    next = performance.now() + pause;
  };
  const network = engine.train(training, film);
  observe = () => true;
  const evaluation = engine.evaluate(network);
  postMessage({ id, kind: 'done', network, evaluation, baseline: engine.baseline() });
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
