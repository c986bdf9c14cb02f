namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>A on a day and some days before it.</summary>
internal readonly record struct KnownAlive(double Now, double Earlier, int WaitDays);
