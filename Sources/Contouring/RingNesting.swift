import Geometry

/// Groups rings into polygons.
///
/// Two rings that are joined by a stretch of a grid row inside the band bound the same connected area. Every hole
/// contains a grid point or a left-out quad, so some grid row enters it from the west through the band. The ring at the
/// other end of that stretch is further west, so a sequence of such stretches leads from each hole to the exterior.
/// Therefore the stretches alone determine the groups: no point is tested against a ring, and rounding has no influence.
///
/// The groups are a disjoint-set forest.
///
/// Reference: R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", Journal of the ACM 22 (1975).
struct RingNesting {
    private var parents: [Int]

    init(ringCount: Int) {
        parents = Array(0..<ringCount)
    }

    /// Records that two rings bound the same polygon.
    mutating func join(_ first: Int, _ second: Int) {
        let a = representative(of: first)
        let b = representative(of: second)
        // The first ring of a group represents it.
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

    /// Returns the polygons. In each group the ring with the greatest signed area is the exterior, the others are holes.
    ///
    /// - Parameter rings: the rings by index; nil for a ring without area.
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
