"""The options of the command as keywords. Written by make_options.py; not edited by hand."""

from __future__ import annotations

from os import PathLike
from typing import Dict, Literal, Mapping, NamedTuple, Sequence, TypedDict, Union

Hidden = Union[int, str, Sequence[Union[int, str, Sequence[int]]]]
Numbers = Union[str, float, Sequence[float]]
Texts = Union[str, Sequence[str]]
Repeated = Union[str, Sequence[str], Mapping[str, str]]


class Option(NamedTuple):
    """An option of the command: its name, the name of its value ("" for a flag), and its help."""

    name: str
    value: str
    repeats: bool
    help: str


#: Options without a keyword, each with what there is instead.
WITHOUT_KEYWORD: Dict[str, str] = {
    'data': 'the first argument',
    'data_json': 'the first argument',
    'output': 'Figure.save',
    'json': 'Figure.scores and Figure.summary',
    'per_class': 'Figure.summary',
    'emit': 'the representation in a notebook',
    'request': 'the functions',
    'fresh': 'nothing, since no journal is left',
    'shard': 'nothing, since no journal is left',
    'merge': 'nothing, since no journal is left',
    'version': '__version__',
    'help': 'help()',
}

_SHARED: Dict[str, Option] = {
    'x': Option('x', 'column', False, "Column of the horizontal coordinates, by name or number; 'boundaryplot columns' lists all. (files only; default: the first numeric one that varies and identifies no rows)"),
    'y': Option('y', 'column', False, 'Column of the vertical coordinates. (files only; default: the next such column)'),
    'label': Option('label', 'column', False, 'Column of the labels, text or numbers. (files only; default: one with 2 to 10 values, by name, kind and place)'),
    'features': Option('features', 'list', False, 'Columns of the features by name, or by number, separated by commas; all for every numeric one that varies and identifies no rows. More than two need --project. (files only; default: --x and --y)'),
    'project': Option('project', 'method', False, 'Draw a projection of the features onto two axes: pca, the first two principal components of the standardised features of the training part. (files only; default: none)'),
    'header': Option('header', 'header', False, 'Whether the first row has names. (default: recognised)'),
    'missing': Option('missing', 'missing', False, 'What happens to rows that lack a value in a used column: omit leaves them out and counts them, error ends the run. (default: omit)'),
    'na_values': Option('na-values', 'words', False, 'Further words for a missing value, separated by commas; none first takes no word, only empty cells. (default: NA, N/A, nan, null, None, ?, . and - in the usual spellings)'),
    'skip_bad_rows': Option('skip-bad-rows', '', False, 'Skip rows that cannot be read, and report their number. (files only; default: such a row is an error)'),
    'no_standardize': Option('no-standardize', '', False, 'Train on the features without standardisation. (files only; default: features are standardised)'),
    'samples': Option('samples', 'count', False, 'The number of points of a generated set. (default: 200)'),
    'noise': Option('noise', 'number', False, 'Standard deviation of the noise added to each coordinate; not for blobs and gaussian-quantiles. (default: 0.2 for moons, else 0.1)'),
    'factor': Option('factor', 'number', False, 'Radius of the inner circle. (circles only; default: 0.5)'),
    'centers': Option('centers', 'count', False, 'The number of blobs. (blobs only; default: 3)'),
    'spread': Option('spread', 'number', False, 'Standard deviation within each blob. (blobs only; default: 1)'),
    'seed': Option('seed', 'seed', False, 'Seed of the data: the same points as numpy after np.random.seed. (default: 0)'),
    'activation': Option('activation', 'name', False, 'Activation of the hidden units: sigmoid, tanh or relu. (default: sigmoid)'),
    'init_seed': Option('init-seed', 'seed', False, 'Seed of the initial weights. (default: 0)'),
    'model': Option('model', 'file', True, 'Draw the network in a file written by --save-model, without training; its features are the default for --x and --y. May be repeated. (default: none)'),
    'classifier': Option('classifier', 'name=command', True, "Draw a classifier that is a shell command: it reads points as CSV and prints a column 'class', or one per class with scores. The file BOUNDARYPLOT_TRAIN has the points to fit. May be repeated. (default: none)"),
    'predictions': Option('predictions', 'name=file', True, "Draw a classifier by its answers at the points of 'boundaryplot grid': a CSV file as a command prints it, or an .npy array. May be repeated. (default: none)"),
    'scores': Option('scores', 'kind', False, 'What the scores of commands and predictions are: probability or margin. (default: probability if all are from 0 to 1)'),
    'timeout': Option('timeout', 'seconds', False, 'The most seconds for the answer of each --classifier; then it is ended, with status 75. (default: none)'),
    'optimizer': Option('optimizer', 'name', False, 'The optimiser: cg, the conjugate gradient of SciPy (fmin_cg); or lbfgs, limited-memory BFGS, which is faster, gets past the kinks of relu networks and may find another minimum. (default: lbfgs with --activation relu, else cg)'),
    'tolerance': Option('tolerance', 'number', False, 'Stop training when no component of the gradient is greater than this. (default: 1e-5)'),
    'max_iterations': Option('max-iterations', 'count', False, 'Maximum number of iterations; 0 draws the untrained network. (default: 200 per weight)'),
    'strict': Option('strict', '', False, 'Exit with status 1, after all results are written, if a network, for tune the chosen one, did not converge.'),
    'sheet': Option('sheet', '', False, 'Also draw all networks on one page, boundary-sheet.png; with several λ, a row for each.'),
    'curve': Option('curve', '', False, 'Also draw training and test error against hidden layer size, boundary-curve.png.'),
    'over': Option('over', 'name', False, "The quantity along the axis: hidden, the sizes; lambda; samples, the number of training points from a tenth to all of them; or iterations, those of one network's training. Along lambda or samples, each size has a line. (default: hidden)"),
    'curve_of': Option('curve-of', 'name', False, 'The quantity that a curve shows: error or cost. (default: error)'),
    'show_restarts': Option('show-restarts', '', False, 'Draw the boundaries of the other restarts faintly.'),
    'step': Option('step', 'number', False, 'Distance between neighbouring grid points, in data units; one number, or two for x and y. (default: 0.01; for a file, 1/400 of each axis; for points that commands or predictions answer, 1/200)'),
    'margin': Option('margin', 'number', False, 'Space around the data on every side, in data units; one number, or two for x and y. (default: 0.5; for a file, a tenth of the range of the data)'),
    'xlim': Option('xlim', 'low,high', False, 'Limits of the x axis in data units, the lower one first. (default: the data and the margin)'),
    'ylim': Option('ylim', 'low,high', False, 'Limits of the y axis, as for --xlim. (default: the data and the margin)'),
    'format': Option('format', 'name', False, 'The format of pictures: png, svg, pdf or, for film, gif. (default: the extension of --output, else png, for film gif)'),
    'size': Option('size', 'WxH', False, 'Width and height of a picture in inches. (default: 6.4x4.8; larger for a sheet, flatter for a heat map)'),
    'dpi': Option('dpi', 'number', False, 'Pixels per inch. (default: 150)'),
    'no_title': Option('no-title', '', False, 'Leave out the title and the line below it.'),
    'no_legend': Option('no-legend', '', False, 'Leave out the legend.'),
    'legend': Option('legend', 'place', False, 'The place of the legend: inside, in a corner of the plot; outside, to its right or below it; or auto, inside unless every corner hides points. That of a sheet is always outside. (default: auto)'),
    'x_label': Option('x-label', 'text', False, "The title of the x axis. (default: the feature's name)"),
    'y_label': Option('y-label', 'text', False, "The title of the y axis. (default: the feature's name)"),
    'no_points': Option('no-points', '', False, 'Leave out the points.'),
    'point_size': Option('point-size', 'factor', False, 'The size of points as a multiple of the default, which is smaller for many points and in small panels. (default: 1)'),
    'point_opacity': Option('point-opacity', 'share', False, 'The opacity of points, or of the darkest shade of a density. (default: 1 for up to 2000 points, less for more)'),
    'fill': Option('fill', 'name', False, 'The fill of regions: regions, one tint per class; probability or, for two classes, score, in bands. (default: regions)'),
    'levels': Option('levels', 'count', False, 'The number of bands per class; those of a probability have equal widths. (default: 5; for probability 6, with edges at 0.5, 0.6, 0.75, 0.9, 0.99 and 0.999)'),
    'palette': Option('palette', 'name', False, "The colours of the classes: spectral, okabe-ito, petroff, viridis, gray, or a list such as '#c00,#36f'. (default: spectral for two classes, eight colours for more)"),
    'unit_lines': Option('unit-lines', '', False, 'Draw the line on which each unit of the first hidden layer is undecided: the wider and darker, the greater its weight in the decision.'),
    'theme': Option('theme', 'name', False, 'The theme of every page: light, dark, or print for paper. (default: light)'),
    'background': Option('background', 'name', False, 'The background of every page: theme, the colour of the theme, or transparent. (default: theme)'),
    'save_model': Option('save-model', 'file', False, "Write the trained network to a file, for 'boundaryplot predict' and plot --model. With several networks, {hidden} and {lambda} in its name are replaced by their values. (default: none)"),
    'threads': Option('threads', 'count', False, 'The number of threads; the results do not depend on it. (default: one per usable processor)'),
    'quiet': Option('quiet', '', False, 'Print errors and warnings only.'),
    'config': Option('config', 'file', False, "A settings file, .toml or .json. Its keys are names of options; a table with the name of a command applies to that command only. Command-line options override the file; 'no-' before the name of a flag turns it off. (default: none)"),
    'pairs': Option('pairs', '', False, "Draw one network for every pair of the file's numeric features, up to eight, instead of several networks for one pair."),
    'repeats': Option('repeats', 'count', False, 'Repeat with this many split seeds, from --split-seed upwards, and show means and standard deviations. (default: 1)'),
    'folds': Option('folds', 'count', False, 'The number of folds of the remaining points. (default: 5)'),
    'no_stratify': Option('no-stratify', '', False, 'Stratify the test part and the folds by class; --no-stratify stratifies neither. (default: folds only)'),
    'one_standard_error': Option('one-standard-error', '', False, 'Choose the smallest network whose mean validation error is within one standard error of the best. (default: the best)'),
    'frames': Option('frames', 'count', False, 'The number of frames of a GIF or of pages named by {frame}; frames of the same iteration become one longer frame of a GIF. (default: 60)'),
    'seconds': Option('seconds', 'number', False, 'The duration of a GIF in seconds, in which the first and the last frame are held. (default: 8)'),
    'no_loop': Option('no-loop', '', False, 'Stop a GIF at its last frame instead of beginning again.'),
}

#: The options of each command, by keyword.
OPTIONS: Dict[str, Dict[str, Option]] = {
    'plot': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 3)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.001)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'model': _SHARED['model'],
        'classifier': _SHARED['classifier'],
        'predictions': _SHARED['predictions'],
        'scores': _SHARED['scores'],
        'timeout': _SHARED['timeout'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 1)'),
        'sheet': _SHARED['sheet'],
        'overlay': Option('overlay', '', False, 'Also draw the boundaries of up to ten classifiers over one scatter, boundary-overlay.png.'),
        'curve': _SHARED['curve'],
        'over': _SHARED['over'],
        'curve_of': _SHARED['curve_of'],
        'show_restarts': _SHARED['show_restarts'],
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'title': Option('title', 'text', False, 'The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and {test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)'),
        'no_title': _SHARED['no_title'],
        'no_legend': _SHARED['no_legend'],
        'legend': _SHARED['legend'],
        'x_label': _SHARED['x_label'],
        'y_label': _SHARED['y_label'],
        'no_points': _SHARED['no_points'],
        'point_size': _SHARED['point_size'],
        'point_opacity': _SHARED['point_opacity'],
        'fill': _SHARED['fill'],
        'levels': _SHARED['levels'],
        'palette': _SHARED['palette'],
        'unit_lines': _SHARED['unit_lines'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'sheet': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'pairs': _SHARED['pairs'],
        'overlay': Option('overlay', '', False, 'Draw the boundaries of up to ten classifiers over one scatter of the points instead of panels.'),
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 1,2,3,5,20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.001)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'model': _SHARED['model'],
        'classifier': _SHARED['classifier'],
        'predictions': _SHARED['predictions'],
        'scores': _SHARED['scores'],
        'timeout': _SHARED['timeout'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 1)'),
        'show_restarts': _SHARED['show_restarts'],
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'title': Option('title', 'text', False, 'The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and {test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)'),
        'no_title': _SHARED['no_title'],
        'no_legend': _SHARED['no_legend'],
        'legend': _SHARED['legend'],
        'x_label': _SHARED['x_label'],
        'y_label': _SHARED['y_label'],
        'no_points': _SHARED['no_points'],
        'point_size': _SHARED['point_size'],
        'point_opacity': _SHARED['point_opacity'],
        'fill': _SHARED['fill'],
        'levels': _SHARED['levels'],
        'palette': _SHARED['palette'],
        'unit_lines': _SHARED['unit_lines'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'curve': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'repeats': _SHARED['repeats'],
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 1-20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.001)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 5)'),
        'over': _SHARED['over'],
        'curve_of': _SHARED['curve_of'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'title': Option('title', 'text', False, 'The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and {test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)'),
        'no_title': _SHARED['no_title'],
        'no_legend': _SHARED['no_legend'],
        'legend': _SHARED['legend'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'tune': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 1,2,3,5,10,20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.0001,0.001,0.01,0.1,1)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points for a final score, like train_test_split of scikit-learn. (default: 0.2)'),
        'folds': _SHARED['folds'],
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of test points, and for the folds. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Stratify the test part and the folds by class; --no-stratify stratifies neither. (default: folds only)'),
        'no_stratify': _SHARED['no_stratify'],
        'one_standard_error': _SHARED['one_standard_error'],
        'repeats': _SHARED['repeats'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 5)'),
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'fill': _SHARED['fill'],
        'levels': _SHARED['levels'],
        'palette': _SHARED['palette'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'film': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.001)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 1)'),
        'frames': _SHARED['frames'],
        'seconds': _SHARED['seconds'],
        'no_loop': _SHARED['no_loop'],
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'title': Option('title', 'text', False, 'The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and {test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)'),
        'no_title': _SHARED['no_title'],
        'no_legend': _SHARED['no_legend'],
        'legend': _SHARED['legend'],
        'x_label': _SHARED['x_label'],
        'y_label': _SHARED['y_label'],
        'no_points': _SHARED['no_points'],
        'point_size': _SHARED['point_size'],
        'point_opacity': _SHARED['point_opacity'],
        'fill': _SHARED['fill'],
        'levels': _SHARED['levels'],
        'palette': _SHARED['palette'],
        'unit_lines': _SHARED['unit_lines'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'diff': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 3,20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.001)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'model': _SHARED['model'],
        'classifier': _SHARED['classifier'],
        'predictions': _SHARED['predictions'],
        'scores': _SHARED['scores'],
        'timeout': _SHARED['timeout'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 1)'),
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'format': _SHARED['format'],
        'size': _SHARED['size'],
        'dpi': _SHARED['dpi'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the record of settings, data, scores and weights that inspect and rerun read.'),
        'title': Option('title', 'text', False, 'The title of every picture. In the picture of one network, {hidden}, {lambda}, {cost}, {accuracy} and {test} are replaced by its values; other pictures then keep their own title. (default: a description of the picture)'),
        'no_title': _SHARED['no_title'],
        'no_legend': _SHARED['no_legend'],
        'legend': _SHARED['legend'],
        'x_label': _SHARED['x_label'],
        'y_label': _SHARED['y_label'],
        'no_points': _SHARED['no_points'],
        'point_size': _SHARED['point_size'],
        'point_opacity': _SHARED['point_opacity'],
        'palette': _SHARED['palette'],
        'theme': _SHARED['theme'],
        'background': _SHARED['background'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
    'report': {
        'x': _SHARED['x'],
        'y': _SHARED['y'],
        'label': _SHARED['label'],
        'features': _SHARED['features'],
        'project': _SHARED['project'],
        'header': _SHARED['header'],
        'missing': _SHARED['missing'],
        'na_values': _SHARED['na_values'],
        'skip_bad_rows': _SHARED['skip_bad_rows'],
        'no_standardize': _SHARED['no_standardize'],
        'samples': _SHARED['samples'],
        'noise': _SHARED['noise'],
        'factor': _SHARED['factor'],
        'centers': _SHARED['centers'],
        'spread': _SHARED['spread'],
        'seed': _SHARED['seed'],
        'test_fraction': Option('test-fraction', 'share', False, 'Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)'),
        'split_seed': Option('split-seed', 'seed', False, 'Seed for the choice of held-out points. (default: 0)'),
        'stratify': Option('stratify', '', False, 'Hold out the same share of every class. (default: a random share)'),
        'hidden': Option('hidden', 'list', False, 'Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden units, which is logistic regression. (default: 0,1,2,3,5,10,20)'),
        'lambda_': Option('lambda', 'list', False, 'Weights of the penalty on large weights, separated by commas; each gives a network of every size. (default: 0.0001,0.001,0.01,0.1,1)'),
        'activation': _SHARED['activation'],
        'init_seed': _SHARED['init_seed'],
        'model': _SHARED['model'],
        'classifier': _SHARED['classifier'],
        'predictions': _SHARED['predictions'],
        'scores': _SHARED['scores'],
        'timeout': _SHARED['timeout'],
        'optimizer': _SHARED['optimizer'],
        'tolerance': _SHARED['tolerance'],
        'max_iterations': _SHARED['max_iterations'],
        'strict': _SHARED['strict'],
        'restarts': Option('restarts', 'count', False, 'Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with the lowest cost. (default: 5)'),
        'step': _SHARED['step'],
        'margin': _SHARED['margin'],
        'xlim': _SHARED['xlim'],
        'ylim': _SHARED['ylim'],
        'title': Option('title', 'text', False, 'The title of the page. (default: a description of the networks)'),
        'x_label': _SHARED['x_label'],
        'y_label': _SHARED['y_label'],
        'no_metadata': Option('no-metadata', '', False, 'Leave out the request of the run, which the page has as JSON.'),
        'palette': _SHARED['palette'],
        'save_model': _SHARED['save_model'],
        'threads': _SHARED['threads'],
        'quiet': _SHARED['quiet'],
        'config': _SHARED['config'],
    },
}


class PlotOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.plot`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    test_fraction: float
    split_seed: int
    stratify: bool
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    model: Repeated
    classifier: Repeated
    predictions: Repeated
    scores: Literal['probability', 'margin']
    timeout: float
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    sheet: bool
    overlay: bool
    curve: bool
    over: Literal['hidden', 'lambda', 'samples', 'iterations']
    curve_of: Literal['error', 'cost']
    show_restarts: bool
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    title: str
    no_title: bool
    no_legend: bool
    legend: Literal['auto', 'inside', 'outside']
    x_label: str
    y_label: str
    no_points: bool
    point_size: float
    point_opacity: float
    fill: Literal['regions', 'probability', 'score']
    levels: int
    palette: Texts
    unit_lines: bool
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class SheetOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.sheet`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    pairs: bool
    overlay: bool
    test_fraction: float
    split_seed: int
    stratify: bool
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    model: Repeated
    classifier: Repeated
    predictions: Repeated
    scores: Literal['probability', 'margin']
    timeout: float
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    show_restarts: bool
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    title: str
    no_title: bool
    no_legend: bool
    legend: Literal['auto', 'inside', 'outside']
    x_label: str
    y_label: str
    no_points: bool
    point_size: float
    point_opacity: float
    fill: Literal['regions', 'probability', 'score']
    levels: int
    palette: Texts
    unit_lines: bool
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class CurveOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.curve`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    test_fraction: float
    split_seed: int
    stratify: bool
    repeats: int
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    over: Literal['hidden', 'lambda', 'samples', 'iterations']
    curve_of: Literal['error', 'cost']
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    title: str
    no_title: bool
    no_legend: bool
    legend: Literal['auto', 'inside', 'outside']
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class TuneOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.tune`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    test_fraction: float
    folds: int
    split_seed: int
    stratify: bool
    no_stratify: bool
    one_standard_error: bool
    repeats: int
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    fill: Literal['regions', 'probability', 'score']
    levels: int
    palette: Texts
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class FilmOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.film`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    test_fraction: float
    split_seed: int
    stratify: bool
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    frames: int
    seconds: float
    no_loop: bool
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    title: str
    no_title: bool
    no_legend: bool
    legend: Literal['auto', 'inside', 'outside']
    x_label: str
    y_label: str
    no_points: bool
    point_size: float
    point_opacity: float
    fill: Literal['regions', 'probability', 'score']
    levels: int
    palette: Texts
    unit_lines: bool
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class DiffOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.diff`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    test_fraction: float
    split_seed: int
    stratify: bool
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    model: Repeated
    classifier: Repeated
    predictions: Repeated
    scores: Literal['probability', 'margin']
    timeout: float
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    format: Literal['png', 'svg', 'pdf', 'gif']
    size: Union[str, Sequence[float]]
    dpi: float
    no_metadata: bool
    title: str
    no_title: bool
    no_legend: bool
    legend: Literal['auto', 'inside', 'outside']
    x_label: str
    y_label: str
    no_points: bool
    point_size: float
    point_opacity: float
    palette: Texts
    theme: Literal['light', 'dark', 'print']
    background: Literal['theme', 'transparent']
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]


class ReportOptions(TypedDict, total=False):
    """The keywords of `boundaryplot.report`."""

    x: str
    label: str
    features: Texts
    project: Literal['pca']
    header: Union[bool, Literal['yes', 'no']]
    missing: Literal['omit', 'error']
    na_values: Texts
    skip_bad_rows: bool
    no_standardize: bool
    samples: int
    noise: float
    factor: float
    centers: int
    spread: float
    seed: int
    test_fraction: float
    split_seed: int
    stratify: bool
    hidden: Hidden
    lambda_: Numbers
    activation: Literal['sigmoid', 'tanh', 'relu']
    init_seed: int
    model: Repeated
    classifier: Repeated
    predictions: Repeated
    scores: Literal['probability', 'margin']
    timeout: float
    optimizer: Literal['cg', 'lbfgs']
    tolerance: float
    max_iterations: int
    strict: bool
    restarts: int
    step: Numbers
    margin: Numbers
    xlim: Union[str, Sequence[float]]
    ylim: Union[str, Sequence[float]]
    title: str
    x_label: str
    y_label: str
    no_metadata: bool
    palette: Texts
    save_model: Union[str, PathLike[str]]
    threads: int
    quiet: bool
    config: Union[str, PathLike[str]]
