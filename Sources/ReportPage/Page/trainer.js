// Runs one training at a time in a worker.

const trainer = { module: null, engine: null, worker: null, isBusy: false, id: 0, listener: null };

/// The compiled module; its bytes stand in the page, compressed.
const compileEngine = async (text) => {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
};

/// Starts a worker. It has the engine before it gets its first job, since messages arrive in order.
///
/// The promise is kept once the engine runs, and broken if the browser refuses a worker.
const startWorker = () => new Promise((resolve, reject) => {
  const text = ['engine-source', 'worker-source'].map((id) => byId(id).textContent).join('\n');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  trainer.worker = new Worker(address);
  trainer.worker.addEventListener('error', reject);
  trainer.worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') {
      URL.revokeObjectURL(address);
      resolve();
      return;
    }
    if (data.id !== trainer.id) return;
    if (data.kind !== 'progress') trainer.isBusy = false;
    trainer.listener(data);
  });
  trainer.worker.postMessage({ module: trainer.module });
});

/// Ends the training that runs, if one does.
const stopTraining = () => {
  if (!trainer.isBusy) return;
  // A worker that computes hears no message.
  trainer.worker.terminate();
  trainer.isBusy = false;
  startWorker().catch(() => {
    trainer.isBusy = false;
    trainer.listener({ kind: 'error', message: 'the browser starts no other worker' });
  });
};

/// Trains a network in place of the one that is being trained. `listener` gets messages of the kinds 'progress', 'done' and
/// 'error'.
///
/// A job is { data, limits, step, training, film }, whose parts are arguments of the engine's functions `load`, `frame` and
/// `train`.
const startTraining = (job, listener) => {
  stopTraining();
  trainer.id += 1;
  trainer.isBusy = true;
  trainer.listener = listener;
  trainer.worker.postMessage({ job: { ...job, id: trainer.id } });
};

/// Compiles the engine, and starts the worker. The page works without; false if the browser cannot run it.
const startTrainer = async () => {
  try {
    trainer.module = await compileEngine(byId('engine').textContent);
    const engine = await startEngine(trainer.module);
    await startWorker();
    trainer.engine = engine;
    return true;
  } catch {
    return false;
  }
};
