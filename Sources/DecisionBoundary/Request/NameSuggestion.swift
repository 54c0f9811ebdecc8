import DataFiles
import Datasets

/// Suggestions for names of options and keys that do not exist.
package enum NameSuggestion {
    /// Returns the names that `word` may mean, best first: names with the same letters, or those that other programs
    /// call so, or the nearest spelling; empty if none is near.
    ///
    /// - Parameters:
    ///   - word: an option without dashes, or a key. Case, `-` and `_` are ignored.
    ///   - names: the existing names, in kebab case or camel case.
    package static func names(for word: String, among names: [String]) -> [String] {
        // Only the beginning of a long text is compared.
        let letters = letters(of: String(word.prefix(40)))
        let synonymous = synonyms.filter { $0.words.contains(letters) }.map { Self.letters(of: $0.name) }
        for meant in [[letters], synonymous] {
            let found = meant.compactMap { meant in names.first { Self.letters(of: $0) == meant } }
            if !found.isEmpty { return found }
        }
        return word.prefix(40).description.nearest(of: names).map { [$0] } ?? []
    }

    /// Returns the reason why there is no such option; nil for other words.
    package static func reason(against word: String) -> String? {
        let letters = letters(of: word)
        return absences.first { $0.words.contains(letters) }?.reason
    }

    /// Returns "did you mean 'a', 'b' or 'c'?"; nil without names.
    package static func question(_ names: [String]) -> String? {
        guard let last = names.last else { return nil }
        let first = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
        return "did you mean \(first.isEmpty ? "" : first + " or ")'\(last)'?"
    }

    private static func letters(of word: String) -> String {
        word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
    }

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    /// What scikit-learn, Keras, Matplotlib, R and command-line programs call the options.
    ///
    /// A word with several meanings is in several rows; the first row is suggested first.
    private static let synonyms: [(name: String, words: Set<String>)] = [
        ("data", "dataset input inputfile csv infile file filename datafile"),
        ("x", "xcol xcolumn xvar xname feature1"),
        ("y", "ycol ycolumn yvar yname feature2"),
        ("label", "labels target targets labelcol labelcolumn class classcol classcolumn response outcome hue groupby"),
        (
            "features",
            "featurecols featurecolumns featurenames predictors variables inputs xcols xcolumns columns cols usecols"
        ),
        (
            "project",
            "pca projection dimensionreduction dimensionalityreduction dimred ncomponents components reduce reducer decomposition prcomp princomp"
        ),
        ("skip-bad-rows", "onbadlines skipbadlines skiperrors ignoreerrors errorbadlines"),
        (
            "no-standardize",
            "nostandardise noscale noscaling nonormalize nonormalise raw standardize standardise scale normalize"
        ),
        ("samples", "nsamples numsamples n npoints points count size"),
        ("noise", "sigma noiselevel jitter"),
        ("factor", "innerradius ratio"),
        ("centers", "centres ncenters ncentres nclusters clusters nclasses classes k"),
        ("spread", "clusterstd std sd stddev"),
        ("seed", "randomstate randomseed rng setseed dataseed"),
        ("init-seed", "randomstate randomseed initstate weightseed initialseed kernelinitializer"),
        ("split-seed", "randomstate randomseed testseed shuffleseed"),
        (
            "test-fraction",
            "testsize testsplit testshare testratio validationsplit validationfraction validationsize holdout heldout test split trainsize"
        ),
        ("stratify", "stratified strata"),
        ("part", "subset portion partition"),
        ("folds", "cv nsplits nfolds nfold kfold kfolds crossvalidation k"),
        ("one-standard-error", "1se onese lambda1se"),
        ("fresh", "restart nocache overwrite force nocontinue noresume"),
        ("shard", "shards chunk slice arraytask arrayindex"), ("merge", "combine gather collect mergeshards"),
        (
            "hidden",
            "hiddenlayersizes hiddenlayers hiddensize hiddenunits hiddensizes units neurons nodes layers nhidden width"
        ),
        ("lambda", "alpha c penalty weightdecay decay l2 regularization regularisation reg reglambda l2penalty"),
        ("activation", "activationfunction act actfct nonlinearity transfer"),
        ("optimizer", "solver method algorithm optimiser optim"),
        ("tolerance", "tol gtol abstol reltol ftol threshold eps"),
        (
            "max-iterations",
            "maxiter maxit maxfun niter niterations iter iters iterations epochs epoch nepochs nbepoch maxepochs steps stepmax"
        ),
        ("restarts", "nrestarts ninit nstart rep trials runs attempts"),
        ("repeats", "nrepeats repetitions"),
        ("step", "h resolution gridstep gridsize gridresolution meshstep meshsize gridpoints"),
        ("margin", "padding pad border extent"),
        ("xlim", "xlimits xrange xmin xmax"),
        ("ylim", "ylimits yrange ymin ymax"),
        ("output", "out outfile outputfile outputdir outdir outputfolder filename savefig save saveto dest folder"),
        ("format", "fmt type filetype ext extension device"),
        ("size", "figsize figuresize width height dimensions"),
        ("dpi", "res ppi resolution"),
        ("no-metadata", "nometa strip"),
        ("x-label", "xlab xtitle"),
        ("y-label", "ylab ytitle"),
        ("title", "main suptitle heading caption"),
        ("no-legend", "legend hidelegend nokey"),
        ("no-points", "points hidepoints noscatter"),
        ("fill", "shade shading proba predictproba probability probabilities surface contourf"),
        ("levels", "nlevels contourlevels bands nbands"),
        ("frames", "nframes numframes framecount fps framerate rate"),
        ("seconds", "duration length time delay interval fps"),
        ("no-loop", "loop repeat once"),
        ("unit-lines", "units hyperplanes hiddenlines neuronlines showunits"),
        ("palette", "cmap colormap colourmap colors colours color colour col"),
        ("theme", "style dark darkmode template"),
        ("background", "transparent bg facecolor"),
        ("model", "load loadmodel modelfile weights checkpoint"),
        ("classifier", "estimator clf command cmd program estimators classifiers external pipe"),
        ("predictions", "preds pred ypred answers predicted predictionfile"),
        ("scores", "responsemethod decisionfunction score kind"),
        ("timeout", "timelimit maxtime deadline"),
        ("save-model", "modelout savemodelto savemodelas export checkpoint save modeloutput"),
        ("json", "summary report stats metrics logfile"),
        ("emit", "snippet markdown latex html tex embed"),
        ("threads", "njobs jobs workers nworkers cores ncores nthreads numthreads cpus parallel"),
        ("per-class", "recall confusion confusionmatrix classificationreport byclass"),
        ("quiet", "silent noprogress"),
        ("config", "configfile settings params conf"),
        ("over", "versus vs against along xaxis trainsizes paramname paramrange"),
        ("curve-of", "metric scoring measure loss"),
        ("curve", "learningcurve validationcurve"),
        ("sheet", "grid subplots facet panels montage"),
        ("overlay", "overlap superimpose together onepicture contour contours samefigure"),
    ].map { ($0.0, words($0.1)) }

    /// Options of other programs for which there is no need here.
    private static let absences: [(reason: String, words: Set<String>)] = [
        (
            "there is no learning rate, since a line search chooses every step",
            "lr learningrate learningrateinit eta stepsize momentum nesterovsmomentum"
        ), ("every iteration uses all training points", "batchsize minibatch minibatchsize batch shuffle"),
        ("the delimiter is recognised", "sep delimiter delim separator fieldseparator"),
        ("'boundaryplot film' draws a film", "gif animate animation movie video film mp4"),
        ("decimal commas are recognised", "dec decimal decimalmark decimalpoint thousands"),
        ("UTF-8 and Latin-1 are recognised", "encoding fileencoding charset"),
        (
            "title lines and lines that begin with # above the table are skipped",
            "skiprows skip skiplines skipheader skipinitialspace nskip comment"
        ),
        ("'--header no' reads the first row as data", "noheader headerless"),
        ("everything is printed unless --quiet is given", "verbose verbosity trace debug"),
    ].map { ($0.0, words($0.1)) }
}
