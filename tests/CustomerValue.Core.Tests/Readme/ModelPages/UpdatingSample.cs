using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Updating;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class UpdatingSample
{
    public static void Run(PurchaseSummaries before, PurchaseSummaryBuilder purchases, IEnumerable<Purchase> newPurchases, LocalDate lastDay, FitResult<PurchaseModel> fit, FitResult<SpendModel> spendFit, TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder day = new(before.Currency);
        day.Add(newPurchases);
        PurchaseSummaries now = before.Update(day, lastDay);
        // end of sample

        // sample
        Appraiser keeps = new(new KeptPurchaseModel(fit), new KeptSpendModel(spendFit), new RfmStrategy(), new ContributionCalculator());
        CustomerAppraisal appraisal = keeps.Appraise(new CustomerBase(now));
        // end of sample

        // sample
        HoldoutColumns since = purchases.BuildHoldout(before, lastDay);
        DriftReport drift = DriftTest.Run(fit, before.Columns, since);
        if (drift.RefitIsDue)
            Console.WriteLine(drift.Reason.English);
        // end of sample

        // sample
        FitResult<PurchaseModel> refit = new MbgNbdEstimator().Fit(now.Columns, new FitOptions { Start = fit.Report.Parameters });
        Console.WriteLine($"{refit.Report.Evaluations} evaluations");
        // end of sample
    }
}
