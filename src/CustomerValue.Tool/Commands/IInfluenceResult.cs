using CustomerValue.Data;

namespace CustomerValue.Tool.Commands;

/// <summary>What a call of influence counted, however it did.</summary>
internal interface IInfluenceResult
{
    /// <summary>Writes INFLUENCE.csv: a row a customer, in ordinal order.</summary>
    void Write(CsvWriter csv, CancellationToken cancellation);

    void PrintJson(TextWriter output, string file);

    void PrintTable(TextWriter output, string file);
}
