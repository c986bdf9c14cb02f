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
        AddJob(Job.Default.WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(150)));
        AddColumn(new PerCustomerColumn());
    }
}
