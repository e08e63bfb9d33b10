using NUnit.Framework;
using Sample.Storefront.Orders;
using Shouldly;

namespace Sample.Storefront.Tests.Orders;

public sealed class ReceiptSignerTests
{
    private static readonly Order Order = new("17", DateTimeOffset.UnixEpoch, [new("desk-lamp", 2)], Total: 178, Receipt: "");

    [Test]
    public void The_receipt_is_the_HMAC_that_any_other_implementation_computes()
    {
        // printf '17\n1970-01-01T00:00:00.0000000+00:00\n178.00\n2 desk-lamp' | openssl dgst -sha256 -hmac sixteen-letters-and-more
        var signed = new ReceiptSigner(SigningKey.Read("sixteen-letters-and-more")).Sign(Order);

        signed.Receipt.ShouldBe("b76d8f99018ee220c795ae9ba1d6b65102b7933c970519857958f096daf03b05");
    }

    [Test]
    public void A_changed_order_does_not_fit_its_receipt()
    {
        var signer = new ReceiptSigner(SigningKey.Read(text: null));
        var signed = signer.Sign(Order);

        signer.Holds(signed).ShouldBeTrue();
        signer.Holds(signed with { Total = 1 }).ShouldBeFalse();
        signer.Holds(signed with { Lines = [new("desk-lamp", 3)] }).ShouldBeFalse();
        new ReceiptSigner(SigningKey.Read(text: null)).Holds(signed).ShouldBeFalse();
    }

    [Test]
    public void A_short_key_is_refused_without_being_told()
    {
        var refused = Should.Throw<StartRefusedException>(() => SigningKey.Read("qwertz"));

        refused.Message.ShouldContain("Orders:SigningKey");
        refused.Message.ShouldNotContain("qwertz");
        refused.ExitCode.ShouldBe(78);
    }
}
