import Geometry

/// Finds which rings bound the same polygon.
///
/// Two rings that a stretch of a grid row joins without leaving the band bound the same connected area. Every hole
/// contains a grid point or a quad that is left out, so some grid row reaches it from the west through the band, and
/// whatever ring that row comes from lies further west: from hole to hole this ends at the exterior. So the stretches
/// alone tell which rings belong together; no point is ever tested against a ring, and rounding has no say.
///
/// The sets are kept as a forest (R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", 1975).
struct RingNesting {
    private var parents: [Int]

    init(ringCount: Int) {
        parents = Array(0..<ringCount)
    }

    /// Notes that two rings bound the same polygon.
    mutating func join(_ first: Int, _ second: Int) {
        let a = representative(of: first)
        let b = representative(of: second)
        // Towards the earlier ring, so that a set is represented by its first.
        if a < b { parents[b] = a } else { parents[a] = b }
    }

    private mutating func representative(of ring: Int) -> Int {
        var ring = ring
        while parents[ring] != ring {
            parents[ring] = parents[parents[ring]]
            ring = parents[ring]
        }
        return ring
    }

    /// The polygons: of the rings that belong together the one with the greatest area is the exterior, the others are
    /// holes.
    ///
    /// - Parameter rings: one for every index; nil for a ring that encloses nothing.
    mutating func polygons(of rings: [Ring?]) -> [Polygon] {
        let areas = rings.map { $0?.signedArea ?? 0 }
        var exteriors = Array(0..<rings.count)
        for ring in rings.indices {
            let first = representative(of: ring)
            if areas[ring] > areas[exteriors[first]] { exteriors[first] = ring }
        }

        var polygons: [Polygon] = []
        var polygonOfExterior = Array(repeating: -1, count: rings.count)
        for (index, ring) in rings.enumerated() where exteriors[representative(of: index)] == index {
            guard let ring, areas[index] > 0 else { continue }
            polygonOfExterior[index] = polygons.count
            polygons.append(Polygon(exterior: ring))
        }
        for (index, ring) in rings.enumerated() {
            guard let ring, areas[index] < 0 else { continue }
            let polygon = polygonOfExterior[exteriors[representative(of: index)]]
            if polygon >= 0 { polygons[polygon].holes.append(ring) }
        }
        return polygons
    }
}
