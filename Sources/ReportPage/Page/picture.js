// The picture of the classifier that is shown.

/// Circles around points; the page without its script has the same.
const rings = (points) =>
  points.map((p) => `M${run.places[2 * p] - 8} ${run.places[2 * p + 1]}a8 8 0 1 0 16 0a8 8 0 1 0-16 0`).join('');

const showsHeldOut = () => byId('show-held-out')?.checked ?? false;

const drawPicture = () => {
  const { shown } = state;
  byId('regions').setAttribute('href', `#e${shown}`);
  byId('held-out').toggleAttribute('hidden', !showsHeldOut());
  const points = showsHeldOut() ? allPoints : parts[0].points;
  const missed = byId('show-mistakes').checked ? points.filter((p) => classOf(shown, p) !== labelOf(p)) : [];
  byId('mistakes').setAttribute('d', rings(missed));
  byId('shown').textContent = run.entries[shown].name;
  const hasCommand = run.entries[shown].command !== '';
  byId('copy').hidden = !hasCommand;
  byId('command').closest('details').hidden = !hasCommand;
  // Shown without marks of direction, copied with them.
  byId('command').textContent = run.entries[shown].command.replace(/\p{Bidi_Control}/gu, '\ufffd');
};
