using System.Diagnostics;
using System.Globalization;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Chaos;

/// <summary>A process that writes to the store of a test.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;
    private readonly Task<List<string>> lines;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Worker(TestStore store, params object[] work)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        ProcessStartInfo start = new(host) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CustomerValue.Storage.Worker.dll"));
        start.ArgumentList.Add(store.Path is null ? "postgresql" : "sqlite");
        start.ArgumentList.Add(store.Path ?? TestStore.Server! + ";Pooling=false");
        start.ArgumentList.Add(store.Options.Prefix);
        foreach (object each in work)
            start.ArgumentList.Add(Convert.ToString(each, CultureInfo.InvariantCulture)!);
        process = Process.Start(start)!;
        Errors = process.StandardError.ReadToEndAsync();
        Ready = process.StandardOutput.ReadLineAsync();
        lines = Read();
    }

    public Task<string> Errors { get; }

    public Task<string?> Ready { get; }

    /// <summary>Ends with its first answer, or with the process.</summary>
    public Task First => first.Task;

    /// <summary>Lets it begin.</summary>
    public void Go()
    {
        Assert.Equal("ready.", Ready.GetAwaiter().GetResult());
        process.StandardInput.WriteLine();
        process.StandardInput.Flush();
    }

    /// <summary>kill -9, and the lines that it printed whole.</summary>
    public IReadOnlyList<string> Kill()
    {
        process.Kill();
        return Lines();
    }

    /// <summary>The lines that it printed whole, after it has ended.</summary>
    public IReadOnlyList<string> Lines()
    {
        process.WaitForExit();
        return lines.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task<List<string>> Read()
    {
        List<string> all = [];
        await Ready.ConfigureAwait(false);
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.EndsWith('.'))
                all.Add(line[..^1]);
            first.TrySetResult();
        }

        first.TrySetResult();
        return all;
    }
}
