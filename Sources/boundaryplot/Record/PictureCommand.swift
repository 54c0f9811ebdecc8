import ArgumentParser

/// A command that draws pictures, which say what it was told.
protocol PictureCommand: ParsableCommand {
    /// - Parameter words: what follows the program's name, the words of a settings file included.
    func run(words: [String]) throws
}

extension PictureCommand {
    func run() throws {
        try run(words: Array(CommandLine.arguments.dropFirst()))
    }
}
