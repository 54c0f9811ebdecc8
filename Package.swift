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

func module(_ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings)
}

/// Tests compile in two thirds of the time without optimisation, even where the modules under test have it.
///
/// SwiftPM accepts unsafe flags here, since no product contains a test target.
///
/// - Parameter areOptimized: true for tests that compute so much themselves that they take longer otherwise.
func tests(
    _ name: String, uses dependencies: [Target.Dependency], fixtures: Bool = false, exclude: [String] = [],
    areOptimized: Bool = false
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, resources: fixtures ? [.copy("Fixtures")] : [],
        swiftSettings: swiftSettings + (areOptimized ? [] : [.unsafeFlags(["-Onone"])]))
}

let package = Package(
    name: "boundaryplot",
    products: [
        .library(
            name: "DecisionBoundary",
            targets: [
                "DecisionBoundary", "DataFiles", "Datasets", "Geometry", "Meshgrid", "ModelSelection", "Pictures",
                "SavedModels",
            ]),
        .library(name: "Training", targets: ["Training", "Datasets", "Geometry", "Optimization"]),
        .library(name: "Contouring", targets: ["Contouring", "Geometry", "Meshgrid"]),
        .library(name: "Plotting", targets: ["Plotting", "Geometry"]),
        .library(name: "Renderers", targets: ["CairoRenderer", "SVGRenderer"]),
        .executable(name: "boundaryplot", targets: ["boundaryplot"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "CInterruption", cSettings: cSettings),
        module("Files", uses: ["CInterruption"]),
        module("Subprocesses", uses: ["CInterruption", "Files"]),
        module("Geometry"),
        module("ElementaryFunctions"),
        .target(name: "CProcessors", cSettings: cSettings),
        module("Parallelism", uses: ["CProcessors"]),
        module("MersenneTwister", uses: ["ElementaryFunctions"]),
        module("Digests"),
        module("Datasets", uses: ["ElementaryFunctions", "Geometry", "MersenneTwister"]),
        module("DataFiles", uses: ["CZlib", "Datasets", "Digests", "Files", "Geometry"]),
        .target(name: "CRowKernels", cSettings: cSettings),
        module("Optimization"),
        module(
            "Training",
            uses: [
                "CRowKernels", "Datasets", "ElementaryFunctions", "Geometry", "MersenneTwister", "Meshgrid",
                "Optimization", "Parallelism",
            ]),
        module(
            "ModelSelection", uses: ["Datasets", "MersenneTwister", "Optimization", "Parallelism", "Training"]),
        module("Meshgrid", uses: ["Geometry"]),
        module("Contouring", uses: ["Geometry"]),
        // Compiled to WebAssembly by Scripts/page-engine; here, tests call it.
        .target(name: "CPageHost", cSettings: cSettings),
        module(
            "PageEngine",
            uses: [
                "CPageHost", "Contouring", "Datasets", "Geometry", "Meshgrid", "ModelSelection", "Optimization",
                "ReportPage", "Training",
            ]),
        .target(name: "CPageEngine", exclude: ["compiler.txt", "engine.wasm.gz"], cSettings: cSettings),
        module("Plotting", uses: ["ElementaryFunctions", "Geometry"]),
        module("SVGRenderer", uses: ["Geometry", "Plotting"]),
        module(
            "ReportPage", uses: ["CPageEngine", "Datasets", "Digests", "Files", "Geometry", "Plotting", "SVGRenderer"],
            resources: [.embedInCode("Page")]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        // zlib comes with libpng, which needs it itself.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CPNGWriter", dependencies: ["CPNG", "CZlib"], cSettings: cSettings),
        .target(name: "CPNGTexts", dependencies: ["CPNG"], cSettings: cSettings),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        module("PictureRecords", uses: ["CExpat", "CPNGTexts"]),
        // Its pkg-config file has different names on different systems.
        .systemLibrary(name: "CGIF", providers: [.apt(["libgif-dev"])]),
        // Opened at need, not linked: see its header.
        .target(name: "CPango", cSettings: cSettings, linkerSettings: [.linkedLibrary("dl")]),
        module(
            "CairoRenderer",
            uses: [
                "CCairo", "CFontconfig", "CFreeType", "CGIF", "CPango", "CPNGWriter", "Geometry", "Parallelism",
                "Plotting",
            ]),
        module(
            "Pictures",
            uses: ["Contouring", "Datasets", "ElementaryFunctions", "Files", "Geometry", "Parallelism", "Plotting"]),
        module(
            "DecisionBoundary",
            uses: [
                "CairoRenderer", "DataFiles", "Datasets", "Digests", "ElementaryFunctions", "Files", "Geometry",
                "Meshgrid", "ModelSelection", "Optimization", "Parallelism", "PictureRecords", "Pictures", "Plotting",
                "ReportPage", "SVGRenderer",
                "SavedModels", "Subprocesses", "Training",
            ]),
        module("SavedModels", uses: ["Datasets", "ElementaryFunctions", "Files", "Geometry", "Training"]),
        module("SettingsSyntax", uses: ["Files"]),
        .target(name: "CArguments", cSettings: cSettings),
        .executableTarget(
            name: "boundaryplot",
            dependencies: [
                "CArguments", "CInterruption", "CairoRenderer", "DataFiles", "Datasets", "DecisionBoundary", "Files",
                "Geometry", "ModelSelection", "Optimization", "Parallelism", "PictureRecords", "Pictures", "Plotting",
                "SavedModels", "SettingsSyntax", "Training",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),

        tests("FilesTests", uses: ["Files", "MersenneTwister", "PublicSuites"]),
        tests("SubprocessesTests", uses: ["Subprocesses"]),
        tests("GeometryTests", uses: ["Geometry"], fixtures: true),
        tests("ElementaryFunctionsTests", uses: ["ElementaryFunctions"], fixtures: true),
        tests("ParallelismTests", uses: ["Parallelism"]),
        tests("MersenneTwisterTests", uses: ["MersenneTwister"], fixtures: true),
        tests("DigestsTests", uses: ["Digests"], fixtures: true),
        tests("DatasetsTests", uses: ["DataFiles", "Datasets", "Digests", "Geometry", "PublicSuites"], fixtures: true),
        tests("CRowKernelsTests", uses: ["CRowKernels", "ElementaryFunctions"]),
        tests("OptimizationTests", uses: ["Optimization", "MersenneTwister"], fixtures: true),
        tests(
            "TrainingTests",
            uses: [
                "Training", "Datasets", "Geometry", "MersenneTwister", "Meshgrid", "NaiveNetworks", "Optimization",
            ],
            fixtures: true),
        tests(
            "ModelSelectionTests", uses: ["ModelSelection", "Datasets", "Optimization", "Training"], fixtures: true),
        tests("MeshgridTests", uses: ["Geometry", "Meshgrid", "Parallelism"]),
        tests("ContouringTests", uses: ["Contouring", "Geometry"], fixtures: true),
        tests(
            "PageEngineTests",
            uses: [
                "Contouring", "Datasets", "Geometry", "Meshgrid", "ModelSelection", "Optimization", "PageEngine",
                "ReportPage", "Training",
            ]),
        tests("PlottingTests", uses: ["Plotting", "Geometry"], fixtures: true),
        tests(
            "PicturesTests",
            uses: [
                "Contouring", "Datasets", "DecisionBoundary", "Files", "Geometry", "Meshgrid", "MersenneTwister",
                "NaiveNetworks", "Optimization", "Pictures", "Plotting", "Training",
            ], areOptimized: true),
        tests(
            "DecisionBoundaryTests",
            uses: [
                "DataFiles", "Datasets", "DecisionBoundary", "Files", "Geometry", "Meshgrid", "ModelSelection",
                "NaiveNetworks", "Optimization", "Parallelism", "PictureRecords", "Pictures", "Training",
            ], fixtures: true),
        tests(
            "SavedModelsTests",
            uses: ["Datasets", "Geometry", "MersenneTwister", "NaiveNetworks", "SavedModels", "Training"],
            fixtures: true),
        tests(
            "CairoRendererTests", uses: ["CPNGWriter", "CPango", "CairoRenderer", "Geometry", "PNGReader", "Plotting"]),
        tests(
            "PictureRecordsTests",
            uses: ["CZlib", "CairoRenderer", "Geometry", "PictureRecords", "Plotting", "PublicSuites", "SVGRenderer"],
            fixtures: true),
        tests("ReportPageTests", uses: ["Datasets", "Digests", "Files", "Geometry", "Plotting", "ReportPage"]),
        tests("SVGRendererTests", uses: ["CairoRenderer", "Geometry", "Plotting", "SVGRenderer"]),
        tests("SettingsSyntaxTests", uses: ["MersenneTwister", "PublicSuites", "SettingsSyntax"], fixtures: true),
        // They run the command, which stands beside them when it is built.
        tests(
            "boundaryplotTests",
            uses: [
                "DecisionBoundary", "ModelSelection", "PNGReader", "SettingsSyntax", "boundaryplot",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // Pictures with records of version 1, read from the sources.
            exclude: ["Fixtures"]),
        tests(
            "FigureSnapshotTests",
            uses: [
                "CPNGWriter", "CairoRenderer", "Datasets", "DecisionBoundary", "Files", "Geometry", "Meshgrid",
                "Optimization", "PNGReader", "Pictures", "Plotting", "SVGRenderer", "Training",
            ],
            // Read and recorded where they stand, so that a recording needs no build.
            exclude: ["Snapshots"], areOptimized: true),
        tests("ReadmeTests", uses: ["DecisionBoundary", "PNGReader", "Training"]),
        tests(
            "DocumentationTests",
            uses: [
                "CairoRenderer", "Contouring", "Datasets", "DecisionBoundary", "Geometry", "Optimization", "Pictures",
                "Plotting", "SVGRenderer", "Training", "boundaryplot",
            ]),
        .target(name: "PublicSuites", path: "Tests/Support/PublicSuites", swiftSettings: swiftSettings),
        .target(
            name: "PNGReader", dependencies: ["CPNG"], path: "Tests/Support/PNGReader", swiftSettings: swiftSettings),
        .target(
            name: "NaiveNetworks", dependencies: ["Geometry", "MersenneTwister", "Training"],
            path: "Tests/Support/NaiveNetworks", swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)

// Tests for which the thread sanitizer has no use are not built for it: .ci/run names them, "Plotting" for PlottingTests.
let omittedTests = Context.environment["BOUNDARYPLOT_WITHOUT_TESTS"]?.split(separator: " ").map { "\($0)Tests" } ?? []
package.targets.removeAll { omittedTests.contains($0.name) }

// Fuzzers need another entry point and a runtime of their own: only Scripts/fuzz builds them.
if Context.environment["BOUNDARYPLOT_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzer",
            dependencies: [
                "DataFiles", "Datasets", "DecisionBoundary", "Geometry", "Meshgrid", "PictureRecords", "SavedModels",
                "SettingsSyntax",
            ],
            path: "Fuzzing/Fuzzer", swiftSettings: swiftSettings))
}
