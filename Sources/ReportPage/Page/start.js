// One function draws all that depends on the state; the address remembers it.

const ownBaseline = byId('sentence').textContent.slice(run.entries[run.selected].sentence.length);

// In a frame made from text, as in a notebook, fragments belong to the page around it.
const hasAddress = location.protocol !== 'about:';

const baselineOf = (data) => (data === reportData ? ownBaseline : baselineSentence(data, engineFor(data).baseline()));

/// Remembers what is shown in the address.
const writeAddress = () => {
  if (!hasAddress) return;
  const parameters = new URLSearchParams(parametersOf(state.shown));
  if (state.pinned !== null) {
    for (const [key, value] of parametersOf(state.pinned, 'pin-')) parameters.set(key, value);
  }
  history.replaceState(null, '', `#${parameters}`);
};

/// Draws what is shown. `from` is 'address', 'trained' by the controls, 'progress' of a training, 'film' or 'pin'; left out
/// for a choice of the reader.
const update = (from) => {
  const isRunning = from === 'progress' || from === 'film';
  if ((from === undefined || from === 'address') && trainer.isBusy) {
    stopTraining();
    setRunning(false);
  }
  drawPicture();
  drawComparison(isRunning);
  drawControls();
  if (from !== 'film' && isFilming()) leaveFilm();
  if (trainer.engine) {
    if (!isRunning && from !== 'trained') drawPanel();
    if (from !== 'film') drawPoints();
    if (!isRunning) drawFilm();
  }
  const sentence = byId('sentence');
  // A reader of the screen hears results, and not every iterate.
  sentence.setAttribute('aria-live', isRunning ? 'off' : 'polite');
  sentence.textContent = run.entries[state.shown].sentence + baselineOf(dataOf(state.shown));
  if (byId('cursor').getAttribute('visibility') === 'visible') showPlace();
  say('');
  if (!isRunning && from !== 'address') writeAddress();
};

/// Trains the networks that the address names: first the pinned one, then the shown one.
const trainFromAddress = (shown, pinned) => {
  const trainShown = () => {
    if (shown) train(shown.training, shown.data, drawPanel);
  };
  if (!pinned) {
    trainShown();
    return;
  }
  const before = state.shown;
  train(pinned.training, pinned.data, () => {
    state.pinned = state.shown;
    if (shown) trainShown();
    else show(before);
  });
};

/// Trains what a fragment names, if anything.
const trainByAddress = (fragment) => {
  const parameters = new URLSearchParams(fragment.slice(1));
  const trainings = [trainingIn(parameters), trainingIn(parameters, 'pin-')];
  if (trainings.some(Boolean)) trainFromAddress(...trainings);
};

const readAddress = (fragment) => {
  const parameters = new URLSearchParams(fragment.slice(1));
  const isTrained = (prefix) => parameters.has(`${prefix}train`);
  const [shown, pinned] = ['', 'pin-'].map((prefix) => (isTrained(prefix) ? -1 : indexIn(parameters, prefix)));
  const hasPin = Array.from(parameters.keys()).some((key) => key.startsWith('pin-'));
  if (shown >= 0) state.shown = shown;
  if (hasPin && pinned >= 0) state.pinned = pinned;
  update('address');
};

/// Shows what a fragment names.
const follow = (fragment) => {
  readAddress(fragment);
  if (trainer.engine) trainByAddress(fragment);
  byId('shown').scrollIntoView({ block: 'nearest' });
};

const start = async () => {
  document.documentElement.classList.add('scripted');
  startControls();
  startCursor();
  startExports();
  readAddress(location.hash);
  if (await startTrainer()) {
    startPanel();
    update('address');
    trainByAddress(location.hash);
  }
  addEventListener('hashchange', () => follow(location.hash));
  addEventListener('click', (event) => {
    const link = hasAddress ? null : event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    follow(link.getAttribute('href'));
  });
};
start();
