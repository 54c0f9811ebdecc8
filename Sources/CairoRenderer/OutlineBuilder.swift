import CFreeType
import Geometry
import Plotting

/// Collects the outline that FreeType walks along, as a path in em units with y down.
struct OutlineBuilder {
    private(set) var path = Path()

    private let unitsPerEm: Double
    private var current = Point(x: 0, y: 0)

    init(unitsPerEm: Double) {
        self.unitsPerEm = unitsPerEm
    }

    /// What FreeType calls for each piece of an outline, with a pointer to an `OutlineBuilder` as its context.
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

    /// Returns 0, by which FreeType goes on.
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

    /// A quadratic curve as the cubic one that is the same: its controls lie ⅔ of the way to the quadratic's.
    private mutating func addConic(to: Point, control: UnsafePointer<FT_Vector>?) {
        let control = point(control)
        func towardsControl(_ end: Point) -> Point {
            Point(x: end.x + 2 * (control.x - end.x) / 3, y: end.y + 2 * (control.y - end.y) / 3)
        }
        path.elements.append(.curve(to: to, control1: towardsControl(current), control2: towardsControl(to)))
    }
}
