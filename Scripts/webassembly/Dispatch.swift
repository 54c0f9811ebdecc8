/// The part of Dispatch that the engine of a page needs: a page computes on one thread.
public enum DispatchQueue {
    public static func concurrentPerform(iterations: Int, execute work: (Int) -> Void) {
        for iteration in 0..<iterations { work(iteration) }
    }
}
