// Points that the reader adds and deletes.

const editing = { undo: [], label: 0 };

const isEditing = () => byId('edit-points').checked;

const drawUndo = () => {
  byId('undo').disabled = editing.undo.length === 0;
  byId('own-points').disabled = panel.data === reportData;
};

const keepForUndo = (data) => {
  editing.undo.push(data);
  drawUndo();
};

/// Trains on edited points; refuses them if they cannot be trained on.
const editTo = (points, labels, trainCount) => {
  const { data } = panel;
  const missing = data.classNames.findIndex((_, label) => data.labels.slice(0, data.trainCount).includes(label) &&
    !labels.slice(0, trainCount).includes(label));
  if (missing >= 0) {
    tell(`The last training point of class ${data.classNames[missing]} stays.`);
    return;
  }
  keepForUndo(data);
  trainByControls({
    ...data, points: Float64Array.from(points), labels, trainCount, places: placesOf(points, data.limits), isEdited: true,
  });
};

/// Adds a training point of the chosen class at a place of the frame.
const addPoint = (place) => {
  const { points, labels, trainCount, limits: [minX, minY, maxX, maxY] } = panel.data;
  const x = minX + (place.x / frame.width) * (maxX - minX);
  const y = maxY - (place.y / frame.height) * (maxY - minY);
  const insert = (values, at, ...added) => [...values.slice(0, at), ...added, ...values.slice(at)];
  editTo(insert(points, 2 * trainCount, x, y), insert(labels, trainCount, editing.label), trainCount + 1);
};

const deletePoint = (index) => {
  const { points, labels, trainCount } = panel.data;
  editTo(Array.from(points).filter((_, position) => Math.floor(position / 2) !== index), labels.filter((_, point) => point !== index),
    trainCount - Number(index < trainCount));
};

/// The index of the point nearest to a place of the frame, at most `reach` away and visible; −1 if there is none.
const pointNear = ({ x, y }, reach) => {
  const { places, labels, trainCount } = panel.data;
  let [nearest, least] = [-1, reach];
  for (let point = 0; point < (showsHeldOut() ? labels.length : trainCount); point += 1) {
    const distance = Math.hypot(places[2 * point] - x, places[2 * point + 1] - y);
    if (distance <= least) [nearest, least] = [point, distance];
  }
  return nearest;
};

/// Units of the frame in eight pixels of the screen.
const pointerReach = () => 8 / byId('picture').getScreenCTM().a;

const editAt = (place) => {
  const point = pointNear(place, pointerReach());
  if (point < 0) addPoint(place);
  else deletePoint(point);
};

/// Edits by a key on the picture; false if the key is none of these.
const editByKey = (key) => {
  if (!isEditing()) return false;
  if (key === 'Enter') {
    addPoint(cursor);
  } else if (key === 'Delete' || key === 'Backspace') {
    const point = pointNear(cursor, Math.max(12, pointerReach()));
    if (point >= 0) deletePoint(point);
    else tell('There is no point within reach of the cursor.');
  } else {
    return false;
  }
  return true;
};

/// Buttons for the class of new points.
const drawClasses = () => {
  const { classNames } = panel.data;
  if (editing.label >= classNames.length) editing.label = 0;
  byId('edit-classes').replaceChildren(...classNames.map((name, label) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: 'edit-class', value: label, checked: label === editing.label });
    input.addEventListener('change', () => { editing.label = label; });
    const item = document.createElement('label');
    item.append(input, classSymbol(label), name);
    return item;
  }));
};

let drawnClasses = null;
let hasOwnPoints = true;

/// Draws what depends on the points of the next training.
const drawPoints = () => {
  drawUndo();
  const isOwn = dataOf(state.shown) === reportData;
  byId('other-points').hidden = isOwn;
  document.body.classList.toggle('other-data', !isOwn);
  if (isOwn && !hasOwnPoints) tell('The report\'s points are back.');
  hasOwnPoints = isOwn;
  if (drawnClasses !== panel.data.classNames) drawClasses();
  drawnClasses = panel.data.classNames;
};

const startPoints = () => {
  byId('edit-points').addEventListener('change', () => {
    byId('edit-panel').hidden = !isEditing();
    byId('picture').classList.toggle('editing', isEditing());
  });
  byId('picture').addEventListener('click', (event) => {
    const place = placeOfEvent(event);
    if (isEditing() && place) editAt(place);
  });
  byId('undo').addEventListener('click', () => {
    const data = editing.undo.pop();
    fillGenerator(data);
    trainByControls(data);
    drawUndo();
  });
  byId('own-points').addEventListener('click', () => {
    keepForUndo(panel.data);
    fillGenerator(reportData);
    trainByControls(reportData);
  });
};
