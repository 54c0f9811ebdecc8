import Geometry

/// Shape of a marker. All shapes of a radius have the area of the circle with that radius.
public enum MarkerShape: Hashable, Sendable, CaseIterable {
    case circle
    case square
    case triangle
    case diamond
    case invertedTriangle
    case pentagon
    case star
    case hexagon

    /// Returns the shape of class `index`: one of eight, shifted by one after every eight, so that with eight colours
    /// 64 classes look different.
    public static func forClass(_ index: Int) -> MarkerShape {
        let shapes: [MarkerShape] = [
            .circle, .square, .triangle, .diamond, .invertedTriangle, .pentagon, .star, .hexagon,
        ]
        return shapes[(index + index / shapes.count) % shapes.count]
    }

    /// Returns the outline about the origin, in points of the page, y down.
    ///
    /// - Parameters:
    ///   - radius: radius of the circle with the same area.
    ///   - margin: distance by which every side moves outwards.
    package func outline(radius: Double, margin: Double = 0) -> Path {
        if self == .circle { return Path(circleAt: Point(x: 0, y: 0), radius: radius + margin) }
        let corners = Ring(unitCorners)
        let size = radius * (Double.pi / abs(corners.signedArea)).squareRoot()
        // Scaling a shape about the origin moves its sides outwards evenly.
        let scale = size + margin / inradius
        var path = Path()
        path.append(loop: corners) { Point(x: $0.x * scale, y: $0.y * scale) }
        return path
    }

    /// Corners in order, on the unit circle for regular shapes, y down.
    private var unitCorners: [Point] {
        switch self {
        case .circle: []
        case .square: MarkerShape.points([(-1, -1), (1, -1), (1, 1), (-1, 1)])
        case .triangle: MarkerShape.points([(0, -1), (0.866_025_4, 0.5), (-0.866_025_4, 0.5)])
        case .diamond: MarkerShape.points([(0, -1), (1, 0), (0, 1), (-1, 0)])
        case .invertedTriangle: MarkerShape.points([(0, 1), (-0.866_025_4, -0.5), (0.866_025_4, -0.5)])
        case .pentagon:
            MarkerShape.points([
                (0, -1), (0.951_056_5, -0.309_017), (0.587_785_3, 0.809_017), (-0.587_785_3, 0.809_017),
                (-0.951_056_5, -0.309_017),
            ])
        case .star:
            MarkerShape.points([
                (0, -1), (0.282_136_9, -0.388_328_2), (0.951_056_5, -0.309_017), (0.456_507_1, 0.148_328_2),
                (0.587_785_3, 0.809_017), (0, 0.48), (-0.587_785_3, 0.809_017), (-0.456_507_1, 0.148_328_2),
                (-0.951_056_5, -0.309_017), (-0.282_136_9, -0.388_328_2),
            ])
        case .hexagon:
            MarkerShape.points([
                (0, -1), (0.866_025_4, -0.5), (0.866_025_4, 0.5), (0, 1), (-0.866_025_4, 0.5), (-0.866_025_4, -0.5),
            ])
        }
    }

    /// Distance from the origin to the nearest side of the unit shape.
    private var inradius: Double {
        switch self {
        case .circle, .square: 1
        case .triangle, .invertedTriangle: 0.5
        case .diamond: 0.707_106_8
        case .pentagon: 0.809_017
        case .star: 0.44
        case .hexagon: 0.866_025_4
        }
    }

    private static func points(_ pairs: [(Double, Double)]) -> [Point] {
        pairs.map { Point(x: $0.0, y: $0.1) }
    }
}
