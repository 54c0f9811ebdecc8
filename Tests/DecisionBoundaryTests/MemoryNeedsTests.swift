import Geometry
import Testing

@testable import DecisionBoundary

@Suite("The memory of a run, estimated")
struct MemoryNeedsTests {
    private func needs(keptSurfaceCount: Int) -> MemoryNeeds {
        let extent = GridSettings().extent(
            around: Rectangle(minX: 0, minY: 0, maxX: 1, maxY: 1), stepCount: 1000, hasOwnUnits: false)
        return MemoryNeeds(
            page: PageStyle(), format: .svg, extent: extent, candidates: [], restartCount: 1, pointCount: 100,
            classCount: 2, threads: 1, points: 0, pagesAtOnce: 1, surfacesAtOnce: 1,
            keptSurfaceCount: keptSurfaceCount, suppliedCount: 0, contourCount: 2, axes: ["x", "y"])
    }

    @Test("has the contours of surfaces that wait for their page")
    func keptSurfaces() throws {
        // A block of 1000 rows takes 8 MB, and the contours of each surface 0.8 MB.
        let limit = MemoryLimit(bytes: 12e6)
        try needs(keptSurfaceCount: 1).check(against: limit)
        let error = #expect(throws: RunError.self) { try needs(keptSurfaceCount: 10).check(against: limit) }
        #expect(error?.kind == .tooLarge && error?.description.contains("grid.step") == true)
    }
}
