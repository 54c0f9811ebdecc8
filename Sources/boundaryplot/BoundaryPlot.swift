import ArgumentParser

@main
struct BoundaryPlot: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "boundaryplot")
}
