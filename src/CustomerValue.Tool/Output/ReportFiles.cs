using System.Text;
using CustomerValue.Appraisal;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Reporting;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>The files of a report.</summary>
internal static class ReportFiles
{
    public static IReadOnlyList<string> Names { get; } = ["cards.csv", "cards.json", "models.json", "report.html"];

    public static void Write(StagedFiles files, CustomerAppraisal appraisal, ReportInput input, ReportMigration? migration, DisplayLanguage language, CancellationToken cancellation)
    {
        OutputFile.WriteCsv(files.PathOf(Names[0]), csv => CardsCsv.Write(csv, appraisal, language, cancellation));
        using (FileStream cards = File.Create(files.PathOf(Names[1])))
            CardsJson.Write(cards, CardsDocument.Of(appraisal), cancellation);
        using (FileStream models = File.Create(files.PathOf(Names[2])))
            AppraisalModelsJson.Write(models, AppraisalModels.Of(appraisal));
        using StreamWriter page = new(files.PathOf(Names[3]), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        HtmlReport.Write(page, appraisal, new ReportOptions { Language = language, Sources = input.Sources, Simulated = input.IsSimulated, Migration = migration });
    }
}
