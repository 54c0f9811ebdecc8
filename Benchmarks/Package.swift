// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever uses boundaryplot never resolves what only its measurements need.

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "boundaryplot", path: ".."),
        // Without its traits, which count allocations and retains by interposing, and so would slow down what is timed.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "Pieces",
            dependencies: ["Contouring", "DecisionBoundary", "Plotting", "Renderers", "Training"].map {
                .product(name: $0, package: "boundaryplot")
            },
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "InnerPieces",
            dependencies: ["Pieces", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/InnerPieces",
            swiftSettings: swiftSettings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        // The program of Scripts/benchmark: the same pieces, a line of JSON for each.
        .executableTarget(name: "measure-pieces", dependencies: ["Pieces"], swiftSettings: swiftSettings),
        // Time and memory of another process.
        .executableTarget(
            name: "measure-process",
            cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    ],
    swiftLanguageModes: [.v6]
)
