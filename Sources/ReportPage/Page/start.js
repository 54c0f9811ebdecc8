// One function draws all that depends on the state; the address remembers it.

const baseline = byId('sentence').textContent.slice(run.entries[run.selected].sentence.length);

const update = (from) => {
  drawPicture();
  drawComparison();
  drawControls();
  byId('sentence').textContent = run.entries[state.shown].sentence + baseline;
  if (byId('cursor').getAttribute('visibility') === 'visible') showPlace();
  say('');
  if (from === 'address') return;
  const parameters = new URLSearchParams(parametersOf(state.shown));
  if (state.pinned !== null) {
    for (const [key, value] of parametersOf(state.pinned, 'pin-')) parameters.set(key, value);
  }
  history.replaceState(null, '', `#${parameters}`);
};

const readAddress = () => {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const [shown, pinned] = [indexIn(parameters), indexIn(parameters, 'pin-')];
  const hasPin = Array.from(parameters.keys()).some((key) => key.startsWith('pin-'));
  if (shown >= 0) state.shown = shown;
  state.pinned = hasPin && pinned >= 0 ? pinned : state.pinned;
  update('address');
};

document.documentElement.classList.add('scripted');
startControls();
startCursor();
startExports();
addEventListener('hashchange', () => {
  readAddress();
  byId('shown').scrollIntoView({ block: 'nearest' });
});
readAddress();
