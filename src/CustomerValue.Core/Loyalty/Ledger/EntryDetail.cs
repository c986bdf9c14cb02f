
namespace CustomerValue.Loyalty.Ledger;

/// <summary>What an entry records beside postings.</summary>
public abstract record EntryDetail
{
    private protected EntryDetail()
    {
    }
}
