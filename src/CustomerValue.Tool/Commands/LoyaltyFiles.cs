using CustomerValue.Json;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tool.Arguments;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>The files of loyalty: what is refused names the file, and of events the line.</summary>
internal static class LoyaltyFiles
{
    public static LoyaltyProgram Read(string file)
    {
        using FileStream stream = File.OpenRead(CheckedPath.ToRead(file));
        return LoyaltyProgramJson.Read(stream, file);
    }

    /// <exception cref="DataRejectedException">The programme has errors; names all of them.</exception>
    public static CompiledProgram Load(string file)
    {
        try
        {
            return CompiledProgram.Load(Read(file));
        }
        catch (ProgramRejectedException refusal)
        {
            throw new DataRejectedException([.. refusal.Findings.Where(finding => finding.Severity == FindingSeverity.Error)
                .Select(finding => new DataProblem { Source = file, Field = finding.Path, Message = $"{finding.Code}: {finding.Message.English}" })]);
        }
    }

    /// <summary>The versions of one programme, a file each.</summary>
    public static ProgramVersions Versions(IReadOnlyList<string> files)
    {
        CompiledProgram[] programs = [.. files.Select(Load)];
        try
        {
            return new ProgramVersions(programs);
        }
        catch (ArgumentException problem)
        {
            throw new DataRejectedException(new DataProblem { Source = string.Join(", ", files), Message = Sentence(problem) });
        }
    }

    /// <summary>What an exception says, without the name of the parameter.</summary>
    public static string Sentence(ArgumentException problem) => problem.Message.Split(" (Parameter '")[0];

    /// <summary>The events of a file as they are asked for, custom types being those of any of the programmes.</summary>
    public static IEnumerable<LoyaltyEventLine> Events(string file, IEnumerable<CompiledProgram> programs, CancellationToken cancellation)
    {
        LoyaltyProgram known = programs.Last().Program with { CustomEvents = [.. programs.SelectMany(program => program.Program.CustomEvents).Distinct(StringComparer.Ordinal)] };
        using FileStream stream = File.OpenRead(CheckedPath.ToRead(file));
        using IEnumerator<LoyaltyEventLine> lines = LoyaltyEventJson.ReadLines(stream, known, file).GetEnumerator();
        while (true)
        {
            try
            {
                if (!lines.MoveNext())
                    break;
            }
            catch (DataRejectedException refusal)
            {
                throw OfLine(refusal, file, null);
            }

            cancellation.ThrowIfCancellationRequested();
            yield return lines.Current;
        }
    }

    /// <summary>Reads every line before the first one is answered, so that a file with a wrong line leaves nothing behind. What can be read once only is not tried.</summary>
    /// <exception cref="DataRejectedException">A line can't be read; names the line.</exception>
    public static void Check(string file, IReadOnlyList<CompiledProgram> programs, CancellationToken cancellation)
    {
        using (FileStream stream = File.OpenRead(file))
        {
            if (!stream.CanSeek)
                return;
        }

        foreach (LoyaltyEventLine _ in Events(file, programs, cancellation))
        {
        }
    }

    /// <summary>A refusal that names a line of the file: the one given, or the one that it says itself.</summary>
    public static DataRejectedException OfLine(DataRejectedException refusal, string file, long? line) =>
        new([.. refusal.Problems.Select(problem => problem with { Source = (line ?? problem.Row) is { } at ? $"{file}, line {at}" : file, Row = null })], refusal.Count);

    /// <summary>When an event became known.</summary>
    public static NodaTime.Instant KnownAt(LoyaltyEvent happened) => happened.RecordedAt ?? happened.OccurredAt;
}
