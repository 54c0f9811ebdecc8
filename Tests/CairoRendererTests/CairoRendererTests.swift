import CairoRenderer
import Dispatch
import Geometry
import Plotting
import Synchronization
import Testing

@Suite struct CairoRendererTests {
    @Test("a page's pixels are its points times dpi/72, rounded")
    func pixelSize() throws {
        let size = try CairoRenderer(dpi: 150).pixelSize(of: Size(width: 6.4 * 72, height: 4.8 * 72))
        #expect(size.width == 960 && size.height == 720)
        #expect(size.memory >= 4 * 960 * 720)
        #expect(try CairoRenderer(dpi: 100).pixelSize(of: Size(width: 1, height: 1)).width == 1)
    }

    @Test("an empty drawing is a white page")
    func emptyPage() throws {
        #expect(try pixels(3, 2) { _ in }.picture == ["...", "..."])
    }

    @Test(
        "a page without pixels is an error",
        arguments: [
            Size(width: 0, height: 10), Size(width: 10, height: 0), Size(width: -5, height: 10),
            Size(width: 0.4, height: 10), Size(width: .nan, height: 10), Size(width: 10, height: .infinity),
        ])
    func unusablePage(size: Size) {
        let error = #expect(throws: RendererError.self) { try CairoRenderer(dpi: 72).bitmap(size: size) { _ in } }
        guard case .unusablePageSize(_, dpi: 72)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("an unusable resolution is an error", arguments: [0, -72, .nan, .infinity])
    func unusableResolution(dpi: Double) {
        let error = #expect(throws: RendererError.self) {
            try CairoRenderer(dpi: dpi).bitmap(size: sampleSize) { _ in }
        }
        #expect(error?.description.contains("\(dpi) dpi") == true)
    }

    @Test("a page too large for Cairo is an error before memory is allocated", arguments: [1e5, 1e9, 1e300])
    func tooLarge(dpi: Double) {
        let error = #expect(throws: RendererError.self) {
            try CairoRenderer(dpi: dpi).bitmap(size: sampleSize) { _ in Issue.record("something was drawn") }
        }
        #expect(error?.description.contains("32767") == true)
    }

    @Test("a canvas that was kept beyond its drawing changes no pixels")
    func keptCanvas() throws {
        var kept: CairoCanvas?
        let square = Path.closed((0, 0), (2, 0), (2, 2), (0, 2))
        let stamp = Stamp([Stamp.Layer(square, color: .pureBlack)])
        let bitmap = try pixels(4, 4) { kept = $0 }
        kept?.stamp(stamp, at: [Point(x: 1, y: 1)])
        kept?.fill(square, color: .pureBlack)
        #expect(bitmap.ink == 0)
        // While the stamp is drawn, it is painted.
        #expect(try pixels(4, 4) { $0.stamp(stamp, at: [Point(x: 1, y: 1)]) }.ink == 4)
    }

    @Test("drawing twice gives the same bytes, on one thread or on many")
    func sameBytes() throws {
        let renderer = CairoRenderer(dpi: 120)
        let reference = try renderer.png(size: sampleSize, draw: drawSample)
        let differences = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 100) { _ in
            let file = try? renderer.png(size: sampleSize, draw: drawSample)
            if file != reference { differences.add(1, ordering: .relaxed) }
        }
        #expect(differences.load(ordering: .relaxed) == 0)
    }
}
