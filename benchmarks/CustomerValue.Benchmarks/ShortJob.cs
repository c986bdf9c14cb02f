using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace CustomerValue.Benchmarks;

/// <summary>For what takes less than a second: enough repetitions to tell ratios, few enough that the whole takes minutes.</summary>
internal sealed class ShortJob : ManualConfig
{
    public ShortJob()
    {
        // The analyzers have had their say when the library itself was built.
        AddJob(Job.Default.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]).WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(150)));
        AddColumn(new PerCustomerColumn());
        // The library is compiled anew for each class; on a busy machine that takes longer than the two minutes granted.
        WithBuildTimeout(TimeSpan.FromMinutes(10));
    }
}
