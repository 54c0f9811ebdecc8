import Contouring
import Geometry
import Testing

@Suite("Continuation to the frame")
struct FrameTests {
    private let slope = field([
        [-1, 1, 3],
        [-1, 1, 3],
    ])

    private func frame(left: Double = 0, bottom: Double = 0, right: Double = 0, top: Double = 0) -> Rectangle {
        Rectangle(minX: -left, minY: -bottom, maxX: 2 + right, maxY: 1 + top)
    }

    @Test("Lines continue straight to a frame above and below the grid")
    func linesAcross() {
        let lines = ContourGenerator(slope, continuedTo: frame(bottom: 0.25, top: 0.5)).lines(at: 0)
        #expect(lines.strips == [strip((0.5, 1.5), (0.5, 1), (0.5, 0), (0.5, -0.25))])
    }

    @Test("Areas end exactly at the frame")
    func areas() {
        let continued = ContourGenerator(slope, continuedTo: frame(left: 0.1, bottom: 0.2, right: 0.3, top: 0.7))
        #expect(
            continued.filled(above: 0) == [
                Polygon(
                    exterior: ring(
                        (0.5, -0.2), (2.3, -0.2), (2.3, 1.7), (0.5, 1.7), (0.5, 1), (0.5, 0)))
            ])
        #expect(
            continued.filled() == [Polygon(exterior: ring((-0.1, -0.2), (2.3, -0.2), (2.3, 1.7), (-0.1, 1.7)))])
    }

    @Test(
        "Each side is continued independently",
        arguments: [(0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5)]
            as [(Double, Double, Double, Double)])
    func oneSide(left: Double, bottom: Double, right: Double, top: Double) {
        let frame = frame(left: left, bottom: bottom, right: right, top: top)
        let whole = ContourGenerator(slope, continuedTo: frame).filled()
        #expect(
            whole == [
                Polygon(
                    exterior: ring(
                        (frame.minX, frame.minY), (frame.maxX, frame.minY), (frame.maxX, frame.maxY),
                        (frame.minX, frame.maxY)))
            ])
        // The outermost columns keep their values, so the boundary does not move.
        let below = ContourGenerator(slope, continuedTo: frame).filled(upTo: 0)
        #expect(below.totalArea == (0.5 + left) * (1 + bottom + top))
    }

    @Test("A corner of the frame has the value of the outermost grid point")
    func corner() {
        let generator = ContourGenerator(
            field([[-1, -1], [-1, 3]]), continuedTo: Rectangle(minX: 0, minY: -1, maxX: 2, maxY: 1))
        #expect(
            generator.lines(at: 0).strips == [strip((2, 0.75), (1, 0.75), (0.25, 0), (0.25, -1))])
    }

    @Test("A frame inside the grid does not clip")
    func smallFrame() {
        let frame = Rectangle(minX: 0.5, minY: 0.25, maxX: 1.5, maxY: 0.75)
        #expect(ContourGenerator(slope, continuedTo: frame).filled() == ContourGenerator(slope).filled())
        #expect(ContourGenerator(slope, continuedTo: frame).lines(at: 0) == ContourGenerator(slope).lines(at: 0))
    }

    @Test("A value that is not finite is continued too")
    func gap() {
        let generator = ContourGenerator(
            field([[1, 1, .nan], [1, 1, 1], [1, 1, 1]]), continuedTo: Rectangle(minX: 0, minY: 0, maxX: 3, maxY: 3))
        #expect(
            generator.filled() == [
                Polygon(exterior: ring((0, 0), (3, 0), (3, 1), (1, 1), (1, 3), (0, 3)))
            ])
    }
}
