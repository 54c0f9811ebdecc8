import Foundation
import Plotting
import Testing

@Suite("How different colours look")
struct ColorVisionTests {
    /// Colours computed by `Scripts/oracles/colors.py`.
    private struct Fixture: Decodable {
        let first: [[UInt8]]
        let second: [[UInt8]]
        let distances: [String: [Double]]
    }

    @Test("Distances are numpy's, for every sight", arguments: ColorVision.allCases)
    func oracle(vision: ColorVision) throws {
        let url = try #require(
            Bundle.module.url(forResource: "color-distances", withExtension: "json", subdirectory: "Fixtures"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        let distances = try #require(fixture.distances[vision.rawValue])
        #expect(distances.count == fixture.first.count && distances.count > 40)
        for (index, expected) in distances.enumerated() {
            let (a, b) = (fixture.first[index], fixture.second[index])
            let distance = vision.distance(Color(bytes: a[0], a[1], a[2]), Color(bytes: b[0], b[1], b[2]))
            #expect(abs(distance - expected) < 1e-9, "pair \(index)")
        }
    }

    @Test("Greys look the same to everybody, red and green do not")
    func greys() {
        let (dark, light) = (Color(bytes: 60, 60, 60), Color(bytes: 200, 200, 200))
        let (red, green) = (Color(bytes: 190, 60, 60), Color(bytes: 120, 100, 40))
        for vision in [ColorVision.protanopic, .deuteranopic] {
            #expect(abs(vision.distance(dark, light) - ColorVision.normal.distance(dark, light)) < 0.01)
            #expect(vision.distance(red, green) < 0.6 * ColorVision.normal.distance(red, green))
        }
    }

    @Test("Colours that are the same bytes are the same")
    func rounding() {
        let color = Color(bytes: 94, 79, 162)
        let near = Color(red: color.red + 0.001, green: color.green - 0.001, blue: color.blue)
        #expect(ColorVision.normal.distance(color, near) == 0)
    }
}
