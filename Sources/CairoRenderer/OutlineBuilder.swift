import CFreeType
import Geometry
import Plotting

/// Collects an outline from FreeType as a path in em units, y down.
struct OutlineBuilder {
    private(set) var path = Path()

    private let unitsPerEm: Double
    private var current = Point(x: 0, y: 0)

    init(unitsPerEm: Double) {
        self.unitsPerEm = unitsPerEm
    }

    /// Callbacks for each piece of an outline; their context is a pointer to an `OutlineBuilder`.
    static var decomposition: FT_Outline_Funcs {
        FT_Outline_Funcs(
            move_to: { to, context in
                OutlineBuilder.add(to, context) { builder, to in builder.path.elements.append(.move(to: to)) }
            },
            line_to: { to, context in
                OutlineBuilder.add(to, context) { builder, to in builder.path.elements.append(.line(to: to)) }
            },
            conic_to: { control, to, context in
                OutlineBuilder.add(to, context) { builder, to in builder.addConic(to: to, control: control) }
            },
            cubic_to: { control1, control2, to, context in
                OutlineBuilder.add(to, context) { builder, to in
                    builder.path.elements.append(
                        .curve(to: to, control1: builder.point(control1), control2: builder.point(control2)))
                }
            },
            shift: 0, delta: 0)
    }

    /// Adds a piece; returns 0 so that FreeType goes on.
    private static func add(
        _ to: UnsafePointer<FT_Vector>?, _ context: UnsafeMutableRawPointer?,
        _ body: (inout OutlineBuilder, Point) -> Void
    ) -> Int32 {
        guard let builder = context?.assumingMemoryBound(to: OutlineBuilder.self) else { return 1 }
        let point = builder.pointee.point(to)
        body(&builder.pointee, point)
        builder.pointee.current = point
        return 0
    }

    private func point(_ vector: UnsafePointer<FT_Vector>?) -> Point {
        guard let vector = vector?.pointee else { return current }
        return Point(x: Double(vector.x) / unitsPerEm, y: -Double(vector.y) / unitsPerEm)
    }

    /// Adds a quadratic curve as the equal cubic one: its controls lie ⅔ of the way to the quadratic's.
    private mutating func addConic(to: Point, control: UnsafePointer<FT_Vector>?) {
        let control = point(control)
        func towardsControl(_ end: Point) -> Point {
            Point(x: end.x + 2 * (control.x - end.x) / 3, y: end.y + 2 * (control.y - end.y) / 3)
        }
        path.elements.append(.curve(to: to, control1: towardsControl(current), control2: towardsControl(to)))
    }
}
