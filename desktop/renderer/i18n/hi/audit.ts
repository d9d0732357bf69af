import type { Catalogue } from '../en/index.ts';

export const audit: Catalogue['audit'] = {
  title: 'ऑडिट',
  lead: 'किसने क्या किया, सबसे नया पहले। यह हमेशा रखा जाता है, और कोई इसे बदल नहीं सकता।',
  list: 'क्या किया गया',
  tenant: 'व्यवसाय',
  everything: 'सब कुछ',
  none: 'यहाँ अभी कुछ नहीं किया गया।',
  platform: 'स्वयं प्लेटफ़ॉर्म',
  detail: 'विवरण',
  detailsOf: 'विवरण: {{action}}',
  gone: 'व्यवसाय जो अब नहीं है',
  action: {
    tenant: {
      create: 'व्यवसाय बनाया',
      update: 'व्यवसाय बदला',
      erase: 'व्यवसाय मिटाया',
      export: 'व्यवसाय का डेटा निर्यात किया',
    },
    persona: { update: 'रिसेप्शनिस्ट बदला', restore: 'पुराना रिसेप्शनिस्ट वापस लाया' },
    user: {
      create: 'उपयोगकर्ता बनाया',
      disable: 'उपयोगकर्ता बंद किया',
      enable: 'उपयोगकर्ता चालू किया',
      changeRole: 'उपयोगकर्ता की भूमिका बदली',
      resetPassword: 'उपयोगकर्ता का पासवर्ड रीसेट किया',
    },
    session: { start: 'साइन इन किया' },
    password: { change: 'अपना पासवर्ड बदला' },
    secondFactor: { confirm: 'दूसरा प्रमाण चालू किया', disable: 'दूसरा प्रमाण बंद किया' },
    platformSettings: { update: 'प्लेटफ़ॉर्म सेटिंग बदली' },
    number: {
      add: 'नंबर जोड़ा',
      update: 'नंबर बदला',
      remove: 'नंबर हटाया',
      purchase: 'नंबर ख़रीदा',
      release: 'नंबर छोड़ा',
      cancelRelease: 'नंबर छोड़ना वापस लिया',
      assignFound: 'मिला हुआ नंबर व्यवसाय को दिया',
    },
    customer: { update: 'ग्राहक बदला', erase: 'ग्राहक मिटाया' },
  },
};
