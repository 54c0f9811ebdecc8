// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: explicit imports, explicit existentials, and a warning stops the build.
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let cSettings: [CSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]

func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// Tests compile in two thirds of the time without optimisation, even where the modules under test have it.
///
/// SwiftPM accepts unsafe flags here, since no product contains a test target.
///
/// - Parameter areOptimized: true for tests that compute so much themselves that they take longer otherwise.
func tests(
    _ name: String, uses dependencies: [Target.Dependency], fixtures: Bool = false, areOptimized: Bool = false
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: fixtures ? [.copy("Fixtures")] : [],
        swiftSettings: swiftSettings + (areOptimized ? [] : [.unsafeFlags(["-Onone"])]))
}

let package = Package(
    name: "boundaryplot",
    products: [
        .library(name: "DecisionBoundary", targets: ["DecisionBoundary"]),
        .library(name: "CairoRenderer", targets: ["CairoRenderer"]),
        .library(name: "SVGRenderer", targets: ["SVGRenderer"]),
        .library(name: "PictureMetadata", targets: ["PictureMetadata"]),
        .library(name: "Plotting", targets: ["Plotting"]),
        .library(name: "Contouring", targets: ["Contouring"]),
        .library(name: "Meshgrid", targets: ["Meshgrid"]),
        .library(name: "Geometry", targets: ["Geometry"]),
        .library(name: "Optimization", targets: ["Optimization"]),
        .library(name: "ModelSelection", targets: ["ModelSelection"]),
        .library(name: "Parallelism", targets: ["Parallelism"]),
        .library(name: "Training", targets: ["Training"]),
        .library(name: "Datasets", targets: ["Datasets"]),
        .executable(name: "boundaryplot", targets: ["boundaryplot"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        module("Geometry"),
        module("ElementaryFunctions"),
        .target(name: "CThreads", cSettings: cSettings),
        module("Parallelism", uses: ["CThreads"]),
        module("MersenneTwister", uses: ["ElementaryFunctions"]),
        module("Digests"),
        module("Datasets", uses: ["Digests", "ElementaryFunctions", "Geometry", "MersenneTwister"]),
        .target(name: "CRowKernels", cSettings: cSettings),
        module("Optimization"),
        module(
            "Training",
            uses: [
                "CRowKernels", "Datasets", "ElementaryFunctions", "Geometry", "MersenneTwister", "Optimization",
                "Parallelism",
            ]),
        module(
            "ModelSelection", uses: ["Datasets", "MersenneTwister", "Optimization", "Parallelism", "Training"]),
        module("Meshgrid", uses: ["Geometry", "Parallelism"]),
        module("Contouring", uses: ["Geometry", "Meshgrid"]),
        module("Plotting", uses: ["ElementaryFunctions", "Geometry"]),
        module("SVGRenderer", uses: ["Geometry", "Plotting"]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        // zlib comes with libpng, which needs it itself.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPNGWriter", dependencies: ["CPNG", "CZlib"], cSettings: cSettings),
        module("PictureMetadata", uses: ["CZlib"]),
        // Opened at need, not linked: see its header.
        .target(name: "CPango", cSettings: cSettings, linkerSettings: [.linkedLibrary("dl")]),
        module(
            "CairoRenderer",
            uses: ["CCairo", "CFontconfig", "CFreeType", "CPango", "CPNGWriter", "Geometry", "Plotting"]),
        module(
            "DecisionBoundary",
            uses: [
                "CRowKernels", "Contouring", "Datasets", "ElementaryFunctions", "Geometry", "Meshgrid", "Optimization",
                "Plotting", "Training",
            ]),
        module("SettingsSyntax", uses: ["DecisionBoundary"]),
        .executableTarget(
            name: "boundaryplot",
            dependencies: [
                "CairoRenderer", "Datasets", "DecisionBoundary", "Geometry", "Meshgrid", "ModelSelection",
                "Optimization",
                "Parallelism", "PictureMetadata", "Plotting", "SVGRenderer", "SettingsSyntax", "Training",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),

        tests("GeometryTests", uses: ["Geometry"]),
        tests("ElementaryFunctionsTests", uses: ["ElementaryFunctions"], fixtures: true),
        tests("ParallelismTests", uses: ["Parallelism"]),
        tests("MersenneTwisterTests", uses: ["MersenneTwister"], fixtures: true),
        tests("DigestsTests", uses: ["Digests"], fixtures: true),
        tests("DatasetsTests", uses: ["Datasets", "Digests", "Geometry"], fixtures: true),
        tests("CRowKernelsTests", uses: ["CRowKernels", "ElementaryFunctions"]),
        tests("OptimizationTests", uses: ["Optimization", "MersenneTwister"], fixtures: true),
        tests(
            "TrainingTests",
            uses: ["Training", "Datasets", "Geometry", "MersenneTwister", "Optimization", "Parallelism"],
            fixtures: true),
        tests(
            "ModelSelectionTests", uses: ["ModelSelection", "Datasets", "Optimization", "Training"], fixtures: true),
        tests("MeshgridTests", uses: ["Meshgrid", "Geometry"], fixtures: true),
        tests("ContouringTests", uses: ["Contouring", "Meshgrid", "Geometry"], fixtures: true),
        tests("PlottingTests", uses: ["Plotting", "Geometry"], fixtures: true),
        tests(
            "DecisionBoundaryTests",
            uses: [
                "DecisionBoundary", "Contouring", "Datasets", "Geometry", "Meshgrid", "MersenneTwister", "Optimization",
                "Plotting", "Training",
            ], fixtures: true, areOptimized: true),
        tests(
            "CairoRendererTests", uses: ["CPNGWriter", "CPango", "CairoRenderer", "Geometry", "PNGReader", "Plotting"]),
        tests(
            "PictureMetadataTests",
            uses: ["CZlib", "CairoRenderer", "Geometry", "PictureMetadata", "Plotting", "SVGRenderer"],
            fixtures: true),
        tests("SVGRendererTests", uses: ["CairoRenderer", "Geometry", "Plotting", "SVGRenderer"]),
        tests("SettingsSyntaxTests", uses: ["SettingsSyntax"], fixtures: true),
        // They run the command, which stands beside them when it is built.
        tests(
            "boundaryplotTests",
            uses: [
                "PNGReader", "SettingsSyntax", "boundaryplot",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(
            name: "FigureSnapshotTests",
            dependencies: [
                "CPNGWriter", "CairoRenderer", "Datasets", "DecisionBoundary", "Geometry", "Optimization", "PNGReader",
                "Plotting", "SVGRenderer", "Training",
            ],
            // Read and recorded where they stand, so that a recording needs no build.
            exclude: ["Snapshots"], swiftSettings: swiftSettings),
        tests(
            "ReadmeTests", uses: ["CairoRenderer", "Datasets", "DecisionBoundary", "PNGReader", "Plotting", "Training"]),
        .target(
            name: "PNGReader", dependencies: ["CPNG"], path: "Tests/Support/PNGReader", swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)

// Fuzzers need another entry point and a runtime of their own: only Scripts/fuzz builds them.
if Context.environment["BOUNDARYPLOT_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzer",
            dependencies: ["Datasets", "DecisionBoundary", "Geometry", "PictureMetadata", "SettingsSyntax"],
            path: "Fuzzing/Fuzzer", swiftSettings: swiftSettings))
}
