namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>A transition of a customer's history as little as it can be: its day from 1970-01-01, and the places of stage and transition in the definition.</summary>
internal readonly record struct HistoryChange(int Day, byte Stage, byte Transition);
