using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Json.Reading;

/// <summary>Reads why a model was chosen.</summary>
internal static class ChoiceReader
{
    public static StoredChoice Read(StrictObject fields) => new()
    {
        Model = fields["model"].Text(),
        Reason = fields["reason"].Localized(),
        CalibrationEnd = fields["calibrationEnd"].IsMissing ? null : (LocalDate?)fields["calibrationEnd"].Date(),
        Compared = fields["compared"].Array("an array of models").Select(trial => trial.Object(Trial)!).ToArray(),
    };

    private static StoredTrial Trial(StrictObject fields) => new()
    {
        Model = fields["model"].Text(),
        LogScore = Optional(fields["logScore"]),
        MeanAbsoluteError = Optional(fields["mae"]),
        PredictedTotal = Optional(fields["totalPredicted"]),
        ActualTotal = Optional(fields["totalActual"]),
        Failure = fields["failure"].IsMissing ? null : (LocalizedText?)fields["failure"].Localized(),
    };

    private static double? Optional(StrictValue value) => value.IsMissing ? null : value.Number();
}
