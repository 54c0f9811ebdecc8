// Measures the pieces and prints a line of JSON for each: what Scripts/benchmark reads.
//
//     measure-pieces [SECONDS [GREATEST-POINT-COUNT]]
//
// Every piece is run once to warm up and then for SECONDS (0.1), once more at the least; its time is the median.

import Dispatch
import Foundation
import Pieces

let arguments = CommandLine.arguments.dropFirst().map { Double($0) }
guard arguments.count <= 2, let budget = arguments.first ?? 0.1, let greatest = arguments.dropFirst().first ?? 1e6
else {
    FileHandle.standardError.write(Data("usage: measure-pieces [SECONDS [GREATEST-POINT-COUNT]]\n".utf8))
    exit(64)
}

for piece in Piece.all(
    threads: ProcessInfo.processInfo.activeProcessorCount, greatestPointCount: Int(greatest))
{
    let run = try piece.prepare()
    try run()
    var samples: [UInt64] = []
    let end = DispatchTime.now().uptimeNanoseconds + UInt64(budget * 1e9)
    while samples.isEmpty || DispatchTime.now().uptimeNanoseconds < end {
        let start = DispatchTime.now().uptimeNanoseconds
        try run()
        samples.append(DispatchTime.now().uptimeNanoseconds - start)
    }
    samples.sort()
    print(
        """
        {"stage": "\(piece.stage.rawValue)", "hidden": \(piece.hidden), "points": \(piece.pointCount), \
        "threads": \(piece.threads), "unitPoints": \(piece.unitPointCount), "nanoseconds": \(samples[samples.count / 2])}
        """)
}
