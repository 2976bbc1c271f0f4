// SPDX-License-Identifier: Apache-2.0
import type { SplitBar } from '../charts/split-bar.js';
import { forPicture, money, moneyInWords } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type { Settlement, SharedSavingsResult } from '../model/wire.js';

// What a settlement says in a sentence and in a picture: figures of the engine, in words.

export const sharedSavings = (settlement: Settlement): SharedSavingsResult | undefined =>
  settlement.streams.find((stream) => stream.kind === 'shared_savings');

// The size of an amount whose sign the words give.
const size = (cents: number): string => moneyInWords(String(cents).replace('-', ''));

export function storyOf(result: SharedSavingsResult): string {
  return t.idea.story(
    moneyInWords(result.benchmark_cents),
    moneyInWords(result.expenditure_cents),
    size(result.savings_cents),
    Math.sign(result.savings_cents),
  );
}

// The minimum as the statement shows it: to the cent, like every line of it.
function minimumCents({ statement }: Settlement, result: SharedSavingsResult): string | number {
  const line = statement.find(({ step }) => step === `${result.id}.minimum_savings`);
  return line?.amount_cents ?? result.minimum_savings_exact;
}

function savingsSentence(settlement: Settlement, result: SharedSavingsResult): string {
  const { flags } = result;
  const savings = moneyInWords(result.savings_cents);
  if (result.payment_cents > 0) {
    const paid = moneyInWords(result.payment_cents);
    const earns = t.headline.earns(paid, savings, moneyInWords(result.payer_keeps_cents));
    if (result.recouped_cents === 0) return earns;
    const recouped = moneyInWords(result.recouped_cents);
    return earns + t.headline.recouped(recouped, moneyInWords(result.net_payment_cents));
  }
  if (flags.includes('below_minimum_rate'))
    return t.headline.below(savings, moneyInWords(minimumCents(settlement, result)));
  return flags.includes('quality_failed') ? t.headline.quality(savings) : t.headline.nothing(savings);
}

export function headlineOf(settlement: Settlement): string {
  const result = sharedSavings(settlement);
  if (!result) return settlement.title;
  if (result.savings_cents > 0) return savingsSentence(settlement, result);
  if (result.savings_cents === 0) return t.headline.even;
  const loss = size(result.savings_cents);
  return result.loss_owed_cents > 0
    ? t.headline.owes(loss, moneyInWords(result.loss_owed_cents))
    : t.headline.owesNothing(loss);
}

const dollars = (cents: number): number => Math.abs(cents) / 100;

// Who has what of the difference between expected and actual spending.
function shares(result: SharedSavingsResult): Pick<SplitBar, 'provider' | 'payer'> {
  const isLoss = result.savings_cents < 0;
  const provider = isLoss ? result.loss_owed_cents : result.payment_cents;
  return {
    provider: {
      name: isLoss ? t.picture.owes : t.picture.provider,
      amount: money(provider),
      value: dollars(provider),
    },
    payer: {
      name: isLoss ? t.picture.bears : t.picture.payer,
      amount: money(String(result.payer_keeps_cents).replace('-', '')),
      value: dollars(result.payer_keeps_cents),
    },
  };
}

const axisOf = (locale: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumFractionDigits: 2,
  });

// An amount as it stands at an axis, in the page's language.
export const onAxis = (dollars: number): string => axisOf(t.locale).format(dollars);

export function splitBarOf(
  settlement: Settlement,
  result: SharedSavingsResult,
  name: string,
): SplitBar {
  const { provider, payer } = shares(result);
  const expected = money(result.benchmark_cents);
  const spent = money(result.expenditure_cents);
  const minimum = minimumCents(settlement, result);
  return {
    expected: {
      label: t.picture.expected,
      amount: expected,
      value: dollars(result.benchmark_cents),
    },
    spent: { label: t.picture.spent, amount: spent, value: dollars(result.expenditure_cents) },
    provider,
    payer,
    minimum:
      result.savings_cents > 0
        ? {
            name: t.picture.minimumName,
            label: t.picture.minimum(money(minimum)),
            amount: money(minimum),
            value: forPicture(minimum) / 100,
          }
        : null,
    words: {
      title: t.picture.title(name),
      description: t.picture.describe(
        expected,
        spent,
        `${provider.name} ${provider.amount}`,
        `${payer.name} ${payer.amount}`,
      ),
      broken: t.picture.broken,
      whole: t.picture.whole,
      caption: t.picture.tableCaption(name),
      what: t.picture.what,
      amount: t.picture.amount,
    },
    dollars: onAxis,
  };
}
