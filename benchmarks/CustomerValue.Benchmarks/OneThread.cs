using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace CustomerValue.Benchmarks;

/// <summary>What is compared with a peer that has one thread: the process believes in one processor. Three runs, as passes over a million rows take long.</summary>
internal sealed class OneThread : ManualConfig
{
    public OneThread() =>
        AddJob(Job.Default.WithEnvironmentVariable("DOTNET_PROCESSOR_COUNT", "1").WithLaunchCount(1).WithWarmupCount(1).WithIterationCount(3).WithIterationTime(TimeInterval.FromMilliseconds(150)));
}
