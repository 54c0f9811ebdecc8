import ArgumentParser
import DecisionBoundary

/// The division of a tuning among machines.
struct ShardOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Make only the fits of shard K of N, and keep them in tune.K-of-N.ndjson in the folder of --output. "
                + "Nothing is chosen or drawn. The same command continues an interrupted shard. (default: all fits)",
            valueName: "K/N"),
        transform: OptionValue.shard)
    var shard: Shard?

    @Flag(
        help:
            "Read the fits of all shards in the folder of --output instead of making them. The options must be those of the shards. (default: make them)"
    )
    var merge = false

    func apply(to request: inout Request) {
        request.outputs.shard = shard
        request.outputs.mergesShards = merge
    }
}
