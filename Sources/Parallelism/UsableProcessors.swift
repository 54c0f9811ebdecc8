import CProcessors

/// The number of processors that the process may use, 1 or more: the default number of threads.
public let usableProcessorCount = usable_processor_count()
