namespace CustomerValue.Storage;

/// <summary>How a <see cref="LoyaltyWriter"/> gathers events.</summary>
public sealed record WriterOptions
{
    /// <summary>How many events at most are one transaction: 1 to 10,000.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>
    /// How long a transaction that is not full waits for more events; from 0 to a minute. With 0 it takes those that came while the one before was written, which is best where
    /// callers wait for their answers; more gives fuller transactions where few callers send slowly.
    /// </summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>How many transactions go on at once, each on a connection of its own: 1 to 64. SQLite has one writer, so that more than 1 gains nothing there.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>How many events may wait in each lane before callers have to: 1 to 1,000,000.</summary>
    public int QueueSize { get; init; } = 10_000;

    internal WriterOptions Checked()
    {
        Within(BatchSize, 1, 10_000, nameof(BatchSize));
        Within(Lanes, 1, 64, nameof(Lanes));
        Within(QueueSize, 1, 1_000_000, nameof(QueueSize));
        if (Latency < TimeSpan.Zero || Latency > TimeSpan.FromMinutes(1))
            throw new ArgumentOutOfRangeException(nameof(Latency), Latency, "A transaction waits between 0 and 60 seconds.");
        return this;
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"It is between {least:N0} and {most:N0}.");
    }
}
