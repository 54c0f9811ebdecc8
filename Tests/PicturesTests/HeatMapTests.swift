import Foundation
import Pictures
import Plotting
import Testing

@Suite("Heat maps")
struct HeatMapTests {
    private let sizes = [1, 3, 20]
    private let lambdas = [0.0001, 0.1]

    private func map(
        _ values: [[Double]], measure: ValidationCurve.Measure = .cost, winner: (row: Int, column: Int)? = nil
    ) throws -> (axes: Axes, tiles: [TileMark.Tile]) {
        let axes = Axes.heatMap(
            sizes: HiddenSizes(sizes.map { [$0] }), lambdas: lambdas, values: values, measure: measure, winner: winner,
            colors: .violet)
        let mark = try #require(axes.marks.first as? TileMark)
        #expect(mark.columnCount == 3)
        return (axes, mark.tiles)
    }

    @Test("Columns are sizes, rows λ upwards, and every value is written")
    func texts() throws {
        let (axes, tiles) = try map([[0.7, 0.13249, 12.345], [234.56, 0, 1.5]])
        #expect(tiles.map(\.text) == ["0.700", "0.132", "12.35", "235", "0.000", "1.500"])
        #expect(axes.xLimits == -0.5...2.5 && axes.yLimits == -0.5...1.5)
        #expect(axes.xTitle == "hidden units" && axes.yTitle == "λ")
        func ticks(_ ticks: Axes.Ticks) -> [Axes.Tick] {
            if case .given(let ticks) = ticks { ticks.sorted { $0.value < $1.value } } else { [] }
        }
        #expect(ticks(axes.xTicks) == [.init(0, label: "1"), .init(1, label: "3"), .init(2, label: "20")])
        #expect(ticks(axes.yTicks) == [.init(0, label: "0.0001"), .init(1, label: "0.1")])
        let errors = try map([[0.031, 0, 1], [0.125, 0.0625, 0.5]], measure: .error).tiles
        #expect(errors.map(\.text) == ["3.1", "0.0", "100.0", "12.5", "6.3", "50.0"])
    }

    @Test("Higher is darker, from one end of the map to the other; equal ratios are equal steps")
    func colors() throws {
        // 1.4641 is 1.1⁴, and less than one and a half times the median.
        let tiles = try map([[1, 1.21, 1.1], [1.4641, 1.331, 1]]).tiles
        #expect(tiles[0].color == ColorMap.violet(0) && tiles[3].color == ColorMap.violet(1))
        #expect(tiles[5].color == tiles[0].color)
        for (index, share) in [(2, 0.25), (1, 0.5), (4, 0.75)] {
            let difference = abs(tiles[index].color.red - ColorMap.violet(share).red)
            #expect(difference < 1e-9)
        }
    }

    @Test("Values beyond one and a half times the median share the darkest colour, and keep their numbers")
    func cap() throws {
        // A λ of 1 makes two networks bad; the contrast is that of the others.
        let (axes, tiles) = try map([[0.038, 0.063, 0.05], [0.15, 0.163, 0.057]], measure: .error)
        #expect(tiles[3].color == ColorMap.violet(1) && tiles[4].color == ColorMap.violet(1))
        #expect(tiles.map(\.text) == ["3.8", "6.3", "5.0", "15.0", "16.3", "5.7"])
        #expect(tiles[0].color.red - tiles[1].color.red > 0.35)
        let bar = try #require(axes.colorBar)
        #expect(bar.bars.count == 1 && bar.bars[0].count == 64)
        #expect(bar.ticks?.map(\.label) == ["≥ 9.0", "3.8", "4", "6", "8"])
        let last = try #require(bar.ticks?.last).value
        // The median is 6.0 %.
        #expect(abs(last - log(8 / 3.8) / log(9.0 / 3.8)) < 1e-9)
    }

    @Test("The colour bar has both ends of values that are all good; 0 is at the lower one")
    func colorBar() throws {
        func labels(_ values: [[Double]]) throws -> [String]? { try map(values).axes.colorBar?.ticks?.map(\.label) }
        #expect(try labels([[0.8, 1, 0.9], [1.1, 1.2, 1]]) == ["1.200", "0.800", "0.8", "0.9", "1.0", "1.1", "1.2"])
        #expect(try labels([[0, 0.5, 0.5], [0.5, 0.6, 0.5]]) == ["0.600", "0", "0.3", "0.4", "0.5", "0.6"])
        #expect(try labels([[0.5, 0.5, 0.5], [0.5, 0.5, .nan]]) == nil)
        #expect(try labels([[1e-9, 0.5, 0.5], [0.5, 0.6, 0.5]])?[1] == "≤ 0.001")
    }

    @Test("A value of 0 is the lightest, and one much lower than all others leaves them their differences")
    func zeros() throws {
        let tiles = try map([[0, 0.1, 0.2], [0.4, 0.8, 0]]).tiles
        #expect(tiles[0].color == ColorMap.violet(0) && tiles[4].color == ColorMap.violet(1))
        // The median is 0.15, so the range is from 0.05 to 0.225.
        #expect(abs(tiles[1].color.red - ColorMap.violet(log(2) / log(4.5)).red) < 1e-9)
        let tiny = try map([[1e-30, 0.1, 0.2], [0.4, 0.8, 1]]).tiles
        #expect(tiny[1].color.red - tiny[5].color.red > 0.1)
    }

    @Test("Equal values are all light, and missing ones grey with a dash")
    func missing() throws {
        let tiles = try map([[0.5, .nan, 0.5], [.infinity, 0.5, 0.5]]).tiles
        #expect(tiles[0].color == ColorMap.violet(0) && tiles[5].color == ColorMap.violet(0))
        #expect(tiles[1] == .missing && tiles[3] == .missing)
        #expect(TileMark.Tile.missing.text == "–")
        let none = try map([[.nan, .nan, .nan], [.nan, .nan, .nan]]).tiles
        #expect(none.allSatisfy { $0 == .missing })
        #expect(try map([[0, 0, 0], [0, 0, 0]]).tiles[0].color == ColorMap.violet(0))
    }

    @Test("The winner alone is framed, and its size and λ are the most important ticks")
    func winner() throws {
        let values = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]
        let axes = try map(values, winner: (1, 1)).axes
        if case .given(let sizes) = axes.xTicks, case .given(let lambdas) = axes.yTicks {
            #expect(sizes.map(\.label) == ["3", "1", "20"] && lambdas.map(\.label) == ["0.1", "0.0001"])
        } else {
            Issue.record("the ticks are not given")
        }
        #expect(try map(values, winner: (1, 0)).tiles.map(\.isFramed) == [false, false, false, true, false, false])
        #expect(try map(values).tiles.allSatisfy { !$0.isFramed })
    }
}
