import Foundation
import Geometry
import Testing

/// The output of `Scripts/oracles/contouring.py`.
struct ContourpyFixture: Decodable {
    struct Axis: Decodable {
        let start: Double
        let step: Double
        let count: Int

        var sampledAxis: SampledAxis { SampledAxis(start: start, step: step, count: count) }
    }

    struct Lines: Decodable {
        let level: Double
        let lines: [[Double]]
    }

    struct Band: Decodable {
        /// Nil if the band has no lower limit.
        let lower: Double?
        let upper: Double?
        /// The exterior of each polygon, followed by its holes.
        let polygons: [[[Double]]]
    }

    struct Case: Decodable, CustomTestStringConvertible {
        let name: String
        let x: Axis
        let y: Axis
        private let limits: [Double]?
        /// The values, row-major, y ascending; nil if masked.
        let values: [Double?]
        let lines: [Lines]
        let filled: [Band]

        private enum CodingKeys: String, CodingKey {
            case name, x, y, values, lines, filled
            case limits = "frame"
        }

        var testDescription: String { name }

        var field: ScalarField {
            ScalarField(
                grid: RegularGrid(x: x.sampledAxis, y: y.sampledAxis), values: values.map { $0 ?? .nan })
        }

        var frame: Rectangle? {
            limits.map { Rectangle(minX: $0[0], minY: $0[1], maxX: $0[2], maxY: $0[3]) }
        }

        /// Returns points from alternating x and y coordinates.
        func points(_ coordinates: [Double]) -> [Point] {
            stride(from: 0, to: coordinates.count, by: 2).map { Point(x: coordinates[$0], y: coordinates[$0 + 1]) }
        }
    }

    let versions: [String: String]
    let cases: [Case]

    static func load() throws -> ContourpyFixture {
        let url = try #require(
            Bundle.module.url(forResource: "contourpy", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(ContourpyFixture.self, from: Data(contentsOf: url))
    }
}
